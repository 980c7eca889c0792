import { describe, expect, test } from '@jest/globals';
import { openFixtureSource } from '../../src/source/fixture/index.js';
import type { GroupDirectory } from '../../src/source/group-directory.js';

const { signal } = new AbortController();
const group = (id: string, more: object = {}) => ({ id, displayName: `Group ${id}`, ...more });
const open = (tenant: object): GroupDirectory =>
  openFixtureSource([{ bytes: new TextEncoder().encode(JSON.stringify(tenant)), file: 'f.json' }]).value!
    .groups!;
const idsOf = async (directory: GroupDirectory, name: string): Promise<unknown[]> =>
  (await directory.findGroups(name, signal)).groups.map(({ group: { id } }) => id);

describe('the groups of a source fixture', () => {
  const groups = [group('1'), group('2', { displayName: 'Crew' }), group('3', { displayName: 'CREW' })];
  const named = [...groups, group('4', { displayName: '1' })];
  test.each([
    ['by id', '2', ['2']],
    ['by display name, letter case aside', 'group 1', ['1']],
    ['by display name: everyone who has it', 'crew', ['2', '3']],
    ['by a part of the display name: nobody', 'Gro', []],
    ['the id comes first where a display name is the same text', '1', ['1']],
  ])('%s', async (_name, text, ids) => {
    expect(await idsOf(open({ groups: named }), text)).toEqual(ids);
  });

  test('members are direct ones; what a bare id is stands among users and groups', async () => {
    const members = [
      { id: 'u' },
      { id: '2' },
      { '@odata.type': '#microsoft.graph.device', id: 'd', displayName: 'Laptop' },
    ];
    const directory = open({
      users: [{ id: 'u', userPrincipalName: 'u@contoso.com', displayName: 'U' }],
      groups: [group('1', { members }), group('2', { members: [{ id: 'far' }] })],
    });
    expect((await directory.groupMembers('1', signal)).members).toEqual([
      { id: 'u', kind: 'user', displayName: 'U', userPrincipalName: 'u@contoso.com' },
      { id: '2', kind: 'group', displayName: 'Group 2', userPrincipalName: null },
      { id: 'd', kind: 'other', displayName: 'Laptop', userPrincipalName: null },
    ]);
    expect((await directory.groupMembers('unknown', signal)).members).toEqual([]);
  });

  const assigned = (principalId: string, principalType: string) => ({
    principalId,
    principalType,
    appRoleId: 'r',
    resourceId: 'sp',
  });
  test.each([
    ['no word about assignments: not known', {}, {}, undefined],
    ['an empty list is an answer', { appRoleAssignedTo: [] }, {}, 0],
    ['assigned itself', { appRoleAssignedTo: [assigned('1', 'Group')] }, {}, 1],
    ['another group', { appRoleAssignedTo: [assigned('2', 'Group')] }, {}, 0],
    ['a user of the same id', { appRoleAssignedTo: [assigned('1', 'User')] }, {}, 0],
    ['told at the group', {}, { appRoleAssignments: [assigned('1', 'Group')] }, 1],
    [
      'told at the group, of another application',
      {},
      { appRoleAssignments: [{ ...assigned('1', 'Group'), resourceId: 'other' }] },
      0,
    ],
  ])('assignments: %s', async (_name, principal, more, count) => {
    const directory = open({ groups: [group('1', more)], servicePrincipal: { id: 'sp', ...principal } });
    const [found] = (await directory.findGroups('1', signal)).groups;
    const { assignments } = await directory.groupAssignments(found!, signal);
    expect(assignments.known ? assignments.assignments.length : undefined).toBe(count);
  });
});
