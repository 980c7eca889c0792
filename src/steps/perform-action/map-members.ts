import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Exchange } from '../../exchanges/exchange.js';
import type { AttributeFlow } from '../../job/index.js';
import type { MemberChange } from '../../report/report.js';
import { isMembers } from '../../scim/index.js';
import type { Membership } from '../import-user/index.js';
import type { ActionContext } from './action-context.js';
import { decideMember, type Known } from './decide-member.js';
import { type ResolveReference } from './map-references.js';
import { mapRow, type MappingContext, whyBarred } from './map-row.js';
import { readMembers } from './read-members.js';
import type { Row } from './row.js';

/** Whose membership a run is about, and how his account in the target is found. */
export interface MembersRequest {
  readonly membership: Membership;
  /** steps 2 to 4 for a member, read-only */
  readonly resolve: ResolveReference;
  /** a run that would remove more members sends nothing */
  readonly maxRemovals: number;
}

/** What is to be done about the members of a group. */
export interface MappedMembers {
  /** of the mapping to members: the Add, the Remove, or one that says why there is neither */
  readonly rows: readonly Row[];
  /** one for everybody whose membership the run is about */
  readonly changes: readonly MemberChange[];
  /** target ids of the members that the group had; null where that is not known */
  readonly held: readonly string[] | null;
  /** why nothing may be sent */
  readonly faults: readonly Diagnostic[];
  readonly diagnostics: readonly Diagnostic[];
  readonly exchanges: readonly Exchange[];
}

/** Of a user, and of a group about whose members nothing is to be done. */
export const noMembers: MappedMembers = {
  rows: [],
  changes: [],
  held: null,
  faults: [],
  diagnostics: [],
  exchanges: [],
};

/**
 * Plans the members of a group: who is added, who is removed, and why everybody else is left as he is. Only the chosen ones
 * are touched; each must be found in the target by steps 2 to 4.
 *
 * Source: "On-demand provisioning in Microsoft Entra ID" (up to five members), "Known issues for provisioning" (nested groups,
 * members out of scope, changes made in the target are not rolled back). That a named user who is no member is removed is
 * assumed.
 */
export async function mapMembers(
  context: ActionContext,
  mapping: MappingContext,
  signal: AbortSignal,
): Promise<MappedMembers> {
  const { job, members, target, user } = context;
  if (members === undefined) return noMembers;
  const group = user.reportableIdentifier;
  const { chosen } = members.membership;
  const flow = job.flows.find(({ path }) => isMembers(path));
  if (flow === undefined) {
    return chosen.length === 0
      ? noMembers
      : { ...noMembers, diagnostics: [diagnose('group/members-not-mapped', { group })] };
  }
  const row = mapRow(flow, mapping);
  const barred = whyBarred(flow, mapping.event);
  if (row.fault !== null || barred !== undefined) return { ...noMembers, rows: [row] };
  if (chosen.length === 0) return { ...noMembers, rows: [{ ...row, reason: noneChosen(members) }] };
  const read = await readMembers(context, signal);
  const changes: MemberChange[] = [];
  const diagnostics: Diagnostic[] = [...read.diagnostics];
  const exchanges: Exchange[] = [...read.exchanges];
  for (const member of chosen) {
    const known: Known = { held: read.held, neverRemoves: flow.flowType === 'MultiValueAddOnly' };
    const resolved = member.standing === 'unsupported' ? undefined : await members.resolve(member.id, signal);
    exchanges.push(...(resolved?.exchanges ?? []));
    const decided = decideMember(member, resolved?.reference, known);
    changes.push({ member: member.name, sourceId: member.id, ...decided.change });
    if (decided.leftOut !== undefined) {
      const at = [job.locate(flow.pointer)];
      diagnostics.push(
        diagnose('group/member-left-out', { group, member: member.name, ...decided.leftOut }, at),
      );
    }
  }
  const removed = changes.filter(({ operation }) => operation === 'remove');
  if (members.membership.isEverybody) diagnostics.push(...nameOthers(changes, read.held, target.name, group));
  const tooMany = removed.length > members.maxRemovals;
  const faults = tooMany
    ? [
        diagnose('group/too-many-removals', {
          group,
          count: removed.length,
          most: members.maxRemovals,
          members: removed.map(({ member }) => member),
        }),
      ]
    : [];
  return { rows: rowsOf(row, changes), changes, held: read.held, faults, diagnostics, exchanges };
}

function nameOthers(
  changes: readonly MemberChange[],
  held: readonly string[] | null,
  target: string,
  group: string,
): Diagnostic[] {
  const known = new Set(changes.map(({ targetId }) => targetId));
  const ids = (held ?? []).filter((id) => !known.has(id));
  return ids.length === 0 ? [] : [diagnose('group/others-in-target', { target, group, ids })];
}

function noneChosen({ membership }: MembersRequest): string {
  return membership.others === 0
    ? 'the group has no members'
    : 'no member is named, so the members are left as they are';
}

function rowsOf(row: Row & { readonly flow: AttributeFlow }, changes: readonly MemberChange[]): Row[] {
  const idsOf = (operation: MemberChange['operation']): string[] => [
    ...new Set(changes.flatMap((change) => (change.operation === operation ? [change.targetId ?? ''] : []))),
  ];
  const rows = (['add', 'remove'] as const).flatMap((operation): Row[] => {
    const ids = idsOf(operation);
    return ids.length === 0
      ? []
      : [{ ...row, operation, sent: { json: ids, text: ids }, reason: 'in a request of its own' }];
  });
  return rows.length > 0 ? rows : [{ ...row, operation: 'none', reason: 'nothing to add or remove' }];
}
