import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Exchange } from '../../exchanges/exchange.js';
import type { GroupDirectory, GroupMember } from '../../source/group-directory.js';

/** Whose membership a run is about. */
export interface Membership {
  /** every direct member is among `chosen`, as in a cycle */
  readonly isEverybody: boolean;
  readonly chosen: readonly ChosenMember[];
  /** direct members in the source that the run leaves as they are */
  readonly others: number;
}

/** Somebody whose membership a run is about, and what he is to the group in the source. */
export interface ChosenMember {
  readonly id: string;
  /** user principal name, or what else he is called by */
  readonly name: string;
  /** `unsupported` is a direct member that is not provisioned as one, such as a group */
  readonly standing: 'member' | 'notMember' | 'unsupported';
  /** what there is to say of the standing; empty for a plain direct member */
  readonly remark: string;
}

/** What was read of a membership. */
export interface Standings {
  readonly chosen: readonly ChosenMember[];
  readonly diagnostics: readonly Diagnostic[];
  readonly exchanges: readonly Exchange[];
}

/**
 * Every direct member of the group, as a cycle takes them. Groups among them are not provisioned as members.
 * Source: "Known issues for provisioning" (nested groups); that one which is assigned itself is left out too is assumed.
 */
export function chooseEverybody(members: readonly GroupMember[]): ChosenMember[] {
  return members.map(({ id, kind, displayName, userPrincipalName }) => ({
    id,
    name: userPrincipalName ?? displayName ?? id,
    ...(kind === 'user'
      ? { standing: 'member', remark: '' }
      : {
          standing: 'unsupported',
          remark: kind === 'group' ? 'a nested group is not provisioned as a member' : 'not a user',
        }),
  }));
}

/** The users that were named, each with what he is to the group: only direct members count. */
export async function judgeNamed(
  named: readonly { readonly id: string; readonly name: string }[],
  members: readonly GroupMember[],
  groups: GroupDirectory,
  signal: AbortSignal,
): Promise<Standings> {
  const chosen: ChosenMember[] = [];
  const diagnostics: Diagnostic[] = [];
  const exchanges: Exchange[] = [];
  for (const { id, name } of named) {
    if (members.some((member) => isSame(member.id, id))) {
      chosen.push({ id, name, standing: 'member', remark: '' });
      continue;
    }
    const nested = await findNested(id, members, groups, signal);
    diagnostics.push(...nested.diagnostics);
    exchanges.push(...nested.exchanges);
    const remark =
      nested.path === undefined
        ? 'not a member in the source'
        : `only nested in the source, through ${nested.path.join(' > ')}, which does not count`;
    chosen.push({ id, name, standing: 'notMember', remark });
  }
  return { chosen, diagnostics, exchanges };
}

/** Groups looked into for somebody who is no direct member: the answer only explains, so it may not cost much. */
const mostGroups = 20;

async function findNested(
  userId: string,
  members: readonly GroupMember[],
  groups: GroupDirectory,
  signal: AbortSignal,
): Promise<Omit<Standings, 'chosen'> & { readonly path: readonly string[] | undefined }> {
  const diagnostics: Diagnostic[] = [];
  const exchanges: Exchange[] = [];
  const visited = new Set<string>();
  const nestedIn = (found: readonly GroupMember[], path: readonly string[]): Nested[] =>
    found
      .filter(({ kind }) => kind === 'group')
      .map(({ id, displayName }) => ({ id, path: [...path, displayName ?? id] }));
  const waiting = nestedIn(members, []);
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (visited.has(next.id)) continue;
    if (visited.size === mostGroups || signal.aborted) break;
    visited.add(next.id);
    const below = await groups.groupMembers(next.id, signal);
    diagnostics.push(...below.diagnostics);
    exchanges.push(...below.exchanges);
    if (below.members.some(({ id }) => isSame(id, userId)))
      return { path: next.path, diagnostics, exchanges };
    waiting.push(...nestedIn(below.members, next.path));
  }
  return { path: undefined, diagnostics, exchanges };
}

interface Nested {
  readonly id: string;
  readonly path: readonly string[];
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
