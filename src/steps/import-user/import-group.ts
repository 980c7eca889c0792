import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Exchange } from '../../exchanges/exchange.js';
import { type Environment, toValue, type Value } from '../../expression/index.js';
import type { Job } from '../../job/index.js';
import type { ImportUserDetails } from '../../report/report.js';
import type { DirectoryGroup, GroupDirectory, GroupMember } from '../../source/group-directory.js';
import type { Assignments, SourceDirectory, UserSelector } from '../../source/source-directory.js';
import { type StepResult, statusOf } from '../step-result.js';
import { readGroupAttribute } from '../../source/group-names.js';
import {
  checkMatching,
  describeAttributes,
  type ImportedUser,
  noDetails,
  textOrNull,
} from './import-user.js';
import { chooseEverybody, judgeNamed, type Membership } from './membership.js';
import { listRoles, writeRoles } from './role-values.js';
import { selectGroup } from './select-group.js';
import { selectUser } from './select-user.js';

/** The group that a run is about, and whose membership. */
export interface GroupSelector {
  /** an object id, or a display name as a whole */
  readonly nameOrId: string;
  /** the users whose membership is looked at */
  readonly members: readonly UserSelector[];
  /** every direct member, as a cycle does; `members` is empty then */
  readonly everybody: boolean;
}

/** Each member takes a request or two to the target, one after the other. */
const mostMembers = 100;
/** So many ids of members are listed, as the service shortens long collections. */
const mostListed = 20;

/**
 * Step 2 for a group: reads the group, its own assignments, and what the chosen users are to it. Fails when the group, or a
 * user who was named, is not found or not the only one, and when no matching attribute has a value.
 *
 * Source: "On-demand provisioning in Microsoft Entra ID" (groups with up to five members).
 */
export async function importGroup(
  job: Job,
  selector: GroupSelector,
  source: SourceDirectory,
  environment: (name: string) => Environment,
  signal: AbortSignal,
): Promise<StepResult<ImportedUser, ImportUserDetails>> {
  const { groups } = source;
  if (groups === undefined)
    return refuse([diagnose('group/source-without-groups', { source: source.name })], []);
  const found = await groups.findGroups(selector.nameOrId, signal);
  const selected = selectGroup(found, selector.nameOrId, source.name, groups);
  if (selected.value === undefined) return refuse(selected.diagnostics, found.exchanges);
  const group = selected.value;
  const direct = await groups.groupMembers(textOrNull(group.group.id) ?? '', signal);
  const given = await groups.groupAssignments(group, signal);
  const chosen = await chooseMembers(selector, direct.members, source, groups, signal);
  const asked = [direct, given, chosen];
  const exchanges = [found, ...asked].flatMap((answer) => answer.exchanges);
  const noticed = [selected, ...asked].flatMap((answer) => answer.diagnostics);
  if (chosen.value === undefined) return refuse(noticed, exchanges);
  const read = readGroup(job, group, direct.members, given.assignments, chosen.value);
  const diagnostics = [...noticed, ...read.diagnostics, ...checkMatching(job, read.group, environment)];
  const details = describeAttributes(job, read.group, []);
  const status = statusOf(diagnostics);
  return {
    found: status === 'failure' ? undefined : read.group,
    status,
    description: describeImport(group, details, direct.members.length),
    details,
    diagnostics,
    exchanges,
  };
}

const refuse = (
  diagnostics: readonly Diagnostic[],
  exchanges: readonly Exchange[],
): StepResult<ImportedUser, ImportUserDetails> => ({
  found: undefined,
  status: 'failure',
  description: 'the group could not be imported',
  details: noDetails,
  diagnostics,
  exchanges,
});

interface Chosen {
  readonly value: Membership | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly exchanges: readonly Exchange[];
}

async function chooseMembers(
  selector: GroupSelector,
  members: readonly GroupMember[],
  source: SourceDirectory,
  groups: GroupDirectory,
  signal: AbortSignal,
): Promise<Chosen> {
  const count = selector.everybody ? members.length : selector.members.length;
  if (count > mostMembers) {
    const diagnostics = [diagnose('group/too-many-members', { count, most: mostMembers })];
    return { value: undefined, diagnostics, exchanges: [] };
  }
  if (selector.everybody) {
    return {
      value: { isEverybody: true, chosen: chooseEverybody(members), others: 0 },
      diagnostics: [],
      exchanges: [],
    };
  }
  const named = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const exchanges: Exchange[] = [];
  for (const one of selector.members) {
    const found = await source.find(one, signal);
    const selected = selectUser(found, one, source);
    diagnostics.push(...selected.diagnostics);
    exchanges.push(...found.exchanges);
    const id = textOrNull(selected.value?.user.id);
    if (id !== null) named.set(id, textOrNull(selected.value?.user.userPrincipalName) ?? id);
  }
  if (statusOf(diagnostics) === 'failure') return { value: undefined, diagnostics, exchanges };
  const users = [...named].map(([id, name]) => ({ id, name }));
  const judged = await judgeNamed(users, members, groups, signal);
  const taken = judged.chosen.filter(({ standing }) => standing === 'member').length;
  return {
    value: { isEverybody: false, chosen: judged.chosen, others: members.length - taken },
    diagnostics: [...diagnostics, ...judged.diagnostics],
    exchanges: [...exchanges, ...judged.exchanges],
  };
}

function readGroup(
  job: Job,
  { group, deleted }: DirectoryGroup,
  members: readonly GroupMember[],
  assignments: Assignments,
  membership: Membership,
): { readonly group: ImportedUser; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const attributes: Record<string, Value> = { objectId: toValue(group.id) };
  for (const { name, neededBy } of job.needs) {
    if (name === 'IsSoftDeleted') continue;
    if (name === 'members') attributes[name] = listIds(members);
    else if (name === 'appRoleAssignments') attributes[name] = toValue(writeRoles(listRoles(assignments)));
    else {
      const reading = readGroupAttribute(group, name);
      attributes[name] = toValue(reading.value);
      if (!reading.readable) diagnostics.push(diagnose('import/attribute-not-readable', { name, neededBy }));
    }
  }
  const displayName = textOrNull(group.displayName);
  const id = textOrNull(group.id);
  return {
    group: {
      id,
      userPrincipalName: null,
      displayName,
      reportableIdentifier: displayName ?? id ?? '',
      accountEnabled: true,
      deleted,
      assignments:
        group.securityEnabled === false ? throughItself(assignments, id, displayName) : assignments,
      attributes,
      membership,
    },
    diagnostics,
  };
}

/** An assigned group that is no security group counts no more for itself than it does for its members. */
function throughItself(assignments: Assignments, id: string | null, displayName: string | null): Assignments {
  if (!assignments.known) return assignments;
  const via = {
    kind: 'group',
    id: id ?? '',
    displayName: displayName ?? '',
    securityEnabled: false,
  } as const;
  return {
    ...assignments,
    assignments: assignments.assignments.map(({ appRoleId }) => ({ appRoleId, via })),
  };
}

/** Source: a long collection in the details of a sample response reads `a, b, c,  ... z (5)`; where it is cut is assumed. */
function listIds(members: readonly GroupMember[]): Value {
  const ids = members.map(({ id }) => id);
  const last = ids.at(-1);
  if (ids.length <= mostListed || last === undefined) return toValue(ids);
  return toValue([...ids.slice(0, mostListed - 1), `... ${last} (${String(ids.length)})`]);
}

function describeImport(
  { deleted }: DirectoryGroup,
  { attributes }: ImportUserDetails,
  members: number,
): string {
  const count = Object.keys(attributes).length;
  const direct = `${String(members)} direct member${members === 1 ? '' : 's'}`;
  return `${deleted ? 'found, deleted' : 'found'}: ${String(count)} attributes, ${direct}`;
}
