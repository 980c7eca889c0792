import { type Entries, run, say } from '../entry.js';

/** What a run about a group can meet besides what any run meets. */
export interface GroupDiagnostics {
  'group/source-without-groups': { source: string };
  'group/unknown': { group: string; source: string; nearest: string | null };
  'group/ambiguous': { group: string; ids: string[]; more: number };
  'group/too-many-members': { count: number; most: number };
  'group/members-returned': { target: string; id: string; count: number };
  'group/members-not-mapped': { group: string };
  'group/membership-unknown': { target: string; id: string; why: string };
  'group/member-left-out': { group: string; member: string; why: string; isOutOfScope: boolean };
  'group/too-many-removals': { group: string; count: number; most: number; members: string[] };
  'group/members-lost': { target: string; group: string; lost: string[]; count: number };
  'group/members-not-kept': { target: string; group: string; missing: string[]; remaining: string[] };
  'group/not-deprovisioned': { group: string };
  'group/others-in-target': { target: string; group: string; ids: string[] };
}

const list = (names: readonly string[], most = 5): string =>
  names.length > most
    ? `${names.slice(0, most).join(', ')} and ${String(names.length - most)} more`
    : names.join(', ');

export const groupEntries: Entries<GroupDiagnostics> = {
  'group/source-without-groups': {
    title: 'The source has no groups',
    severity: 'error',
    blame: 'configuration',
    message: ({ source }) => `${source} gives users alone, so no group can be read from it.`,
    why: 'A run about a group reads the group, its members and its assignments from the source.',
    advice: () => [say('configuration: name a source with groups, such as a fixture with "groups"')],
    basis: 'documented',
  },
  'group/unknown': {
    title: 'Group not found',
    severity: 'error',
    blame: 'source',
    message: ({ group, source }) => `${source} has no group with the display name or id "${group}".`,
    why: 'On demand takes one group that exists in Microsoft Entra ID; the display name must be complete.',
    advice: ({ nearest }) => [
      nearest === null ? say('Name it by its object id.') : say(`Did you mean "${nearest}"?`),
    ],
    basis: 'documented',
  },
  'group/ambiguous': {
    title: 'Several groups fit',
    severity: 'error',
    blame: 'configuration',
    message: ({ group, ids, more }) =>
      `${String(ids.length + more)} groups have the display name "${group}": ${ids.join(', ')}${more > 0 ? `, and ${String(more)} more` : ''}.`,
    why: 'One group is provisioned at a time; guessing could provision another one. Display names are not unique in Microsoft Entra ID.',
    advice: ({ ids }) => [run(`provision-user --group ${ids[0] ?? ''}`)],
    basis: 'documented',
  },
  'group/too-many-members': {
    title: 'Too many members for one run',
    severity: 'error',
    blame: 'configuration',
    message: ({ count, most }) =>
      `The run is about ${String(count)} members, and one run takes at most ${String(most)}.`,
    why: 'Each member is looked up in the target, one after the other. The limit is of this tool; a cycle of the service has none, and on demand takes five.',
    advice: () => [say('Name the members that matter with --member.')],
    basis: 'assumed',
  },
  'group/members-returned': {
    title: 'Members returned although excluded',
    severity: 'warning',
    blame: 'target',
    message: ({ target, id, count }) =>
      `${target} gave ${String(count)} members of group ${id} although the query says excludedAttributes=members.`,
    why: 'The service reads groups without their members; one that comes with them can fail as several entries.',
    advice: () => [say('target: honour excludedAttributes=members')],
    service: () => ['SystemForCrossDomainIdentityManagementMultipleEntriesInResponse'],
    basis: 'documented',
  },
  'group/members-not-mapped': {
    title: 'The group mapping has no members',
    severity: 'warning',
    blame: 'configuration',
    message: ({ group }) =>
      `No attribute mapping leads to members, so nothing is done about the members of ${group}.`,
    why: 'Members flow by an attribute mapping from [members] to members, like every other attribute.',
    advice: () => [say('configuration: map members from [members], Always')],
    basis: 'documented',
  },
  'group/membership-unknown': {
    title: 'Members in the target not known',
    severity: 'warning',
    blame: 'target',
    message: ({ target, id, why }) => `${target} does not tell the members of group ${id}: ${why}.`,
    why: 'The service knows from its links whom it added. A local run asks the target instead; where that fails, members are added, which changes nothing for one who is there already, and nobody is removed.',
    advice: () => [say('target: answer GET /Groups/{id} with the group and its members')],
    basis: 'assumed',
  },
  'group/member-left-out': {
    title: 'Member left out',
    severity: 'warning',
    blame: 'source',
    message: ({ group, member, why }) => `${member} is not added to ${group}: ${why}.`,
    why: 'A member needs an account of his own in the target, and must be in scope himself; the group is provisioned without him. When that changes later, the service does not add him until a restart.',
    advice: ({ member, isOutOfScope }) => [
      ...(isOutOfScope ? [say('source: bring the member into scope, if he shall be in the group')] : []),
      run(`provision-user --upn ${member}`),
      say('Then this group again.'),
    ],
    service: () => ['UnableToResolveReferenceAttributeValue'],
    basis: 'documented',
  },
  'group/too-many-removals': {
    title: 'More removals than allowed',
    severity: 'error',
    blame: 'configuration',
    message: ({ group, count, most, members }) =>
      `This run would remove ${String(count)} member${count === 1 ? '' : 's'} from ${group} (${list(members)}), and at most ${String(most)} are allowed; nothing was sent.`,
    why: 'Removing members takes access away from people, so their number is bounded.',
    advice: ({ count }) => [
      say('See first who it is with --dry-run --details action.'),
      run(`provision-user ... --max-removals ${String(count)}`),
    ],
    basis: 'assumed',
  },
  'group/members-lost': {
    title: 'Other members were removed too',
    severity: 'error',
    blame: 'target',
    message: ({ target, group, lost, count }) =>
      `After the removal ${target} has lost ${String(count)} members of ${group} whom nobody removed: ${list(lost)}.`,
    why: 'The default dialect lists the members to be removed as a value beside the path members. RFC 7644 knows no such value, so a strict server removes every member.',
    advice: () => [
      say('target: read the value of a Remove on members as the list of those who go'),
      say('configuration: aadOptscim062020 on the tenant URL makes cycles name each member in the path'),
      say('Add the members again: run again with --member for each.'),
    ],
    basis: 'observed',
  },
  'group/members-not-kept': {
    title: 'Target did not keep the members',
    severity: 'warning',
    blame: 'target',
    message: ({ target, group, missing, remaining }) =>
      `${target} accepted the change of ${group}, but ${[
        ...(missing.length === 0 ? [] : [`${list(missing)} was not added`]),
        ...(remaining.length === 0 ? [] : [`${list(remaining)} was not removed`]),
      ].join(', and ')}.`,
    why: 'The service takes an accepted change for done and does not look again.',
    advice: () => [say('target: carry out Add and Remove on members, also for several in one operation')],
    basis: 'assumed',
  },
  'group/others-in-target': {
    title: 'Members that only the target has',
    severity: 'info',
    blame: 'target',
    message: ({ target, group, ids }) =>
      `${target} has members of ${group} who are none in the source, and who stay: ${list(ids)}.`,
    why: 'The service removes a member whom it added and who then left the group in the source. It does not notice who was added in the target itself. A local run cannot tell the two apart.',
    advice: () => [say('Name those who left with --member: they are removed, up to --max-removals.')],
    basis: 'documented',
  },
  'group/not-deprovisioned': {
    title: 'The group stays in the target',
    severity: 'warning',
    blame: 'configuration',
    message: ({ group }) =>
      `${group} is out of scope and stays in the target. The service may send a DELETE here instead, which is not public and therefore never sent by this tool.`,
    why: 'A group has no active flag: no attribute mapping depends on IsSoftDeleted, so nothing can be disabled.',
    advice: () => [
      say('source: assign the group again, if it shall stay managed'),
      say('target: remove the group by hand, if it shall go'),
    ],
    basis: 'assumed',
  },
};
