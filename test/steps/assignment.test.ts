import { describe, expect, test } from '@jest/globals';
import { openFixtureSource } from '../../src/source/fixture/index.js';
import type { Assignments } from '../../src/source/source-directory.js';
import { judgeAssignment, judgeRole } from '../../src/steps/determine-scope/assignment.js';

const application = 'app';
const roles = [
  { id: 'r-user', value: 'User', displayName: 'User', isEnabled: true },
  { id: 'r-old', value: 'Old', displayName: 'Old', isEnabled: false },
];
const member = { '@odata.type': '#microsoft.graph.user', id: 'u' };
const group = (id: string, members: readonly unknown[], more: object = {}) => ({
  id,
  displayName: `Group ${id}`,
  securityEnabled: true,
  members,
  ...more,
});
const assigned = (principalId: string, principalType = 'User', appRoleId = 'r-user') => ({
  principalId,
  principalType,
  appRoleId,
  resourceId: application,
});
const none = '00000000-0000-0000-0000-000000000000';

interface Tenant {
  readonly groups?: readonly unknown[];
  readonly appRoleAssignedTo?: readonly unknown[];
  readonly user?: object;
}

async function assignmentsOf({ groups = [], appRoleAssignedTo, user = {} }: Tenant): Promise<Assignments> {
  const servicePrincipal =
    appRoleAssignedTo === undefined ? undefined : { id: application, appRoles: roles, appRoleAssignedTo };
  const tenant = {
    users: [{ id: 'u', userPrincipalName: 'u@contoso.com', ...user }],
    groups,
    servicePrincipal,
  };
  const opened = openFixtureSource([
    { bytes: new TextEncoder().encode(JSON.stringify(tenant)), file: 'directory.json' },
  ]);
  const source = opened.value!;
  const { signal } = new AbortController();
  const found = await source.find({ by: 'id', value: 'u' }, signal);
  return (await source.assignments(found.users[0]!, signal)).assignments;
}

describe('assigned to the application, with a role that entitles', () => {
  // Expected values: the reference on the pipeline, 5.2, and the fixtures of the design.
  test.each<[string, Tenant, boolean | 'undecided', boolean | 'undecided']>([
    ['directly', { appRoleAssignedTo: [assigned('u')] }, true, true],
    ['to nobody', { appRoleAssignedTo: [] }, false, false],
    ['somebody else', { appRoleAssignedTo: [assigned('v')] }, false, false],
    [
      'through a group, as immediate member',
      { groups: [group('g', [member])], appRoleAssignedTo: [assigned('g', 'Group')] },
      true,
      true,
    ],
    [
      'only through a nested group',
      {
        groups: [group('g', [{ id: 'h' }]), group('h', [member])],
        appRoleAssignedTo: [assigned('g', 'Group')],
      },
      false,
      false,
    ],
    [
      'through a group that is no security group',
      {
        groups: [group('g', [member], { securityEnabled: false })],
        appRoleAssignedTo: [assigned('g', 'Group')],
      },
      false,
      false,
    ],
    ['with default access', { appRoleAssignedTo: [assigned('u', 'User', none)] }, true, true],
    ['with a disabled role', { appRoleAssignedTo: [assigned('u', 'User', 'r-old')] }, true, false],
    ['with a role that is gone', { appRoleAssignedTo: [assigned('u', 'User', 'r-gone')] }, true, false],
    [
      'with one entitling role of several',
      { appRoleAssignedTo: [assigned('u', 'User', 'r-old'), assigned('u')] },
      true,
      true,
    ],
    ['the source says nothing', {}, 'undecided', 'undecided'],
    ['an empty list at the user is an answer', { user: { appRoleAssignments: [] } }, false, false],
    ['expanded at the user', { user: { appRoleAssignments: [assigned('u')] } }, true, true],
    [
      'expanded at the user, through a group',
      { user: { appRoleAssignments: [assigned('g', 'Group')] } },
      true,
      true,
    ],
    [
      'expanded at the user, for another application',
      { user: { appRoleAssignments: [{ ...assigned('u'), resourceId: 'other' }] }, appRoleAssignedTo: [] },
      false,
      false,
    ],
  ])('%s', async (_name, tenant, isAssigned, isEntitled) => {
    const assignments = await assignmentsOf(tenant);
    expect([
      judgeAssignment(assignments, false, 'User').result,
      judgeRole(assignments, false).result,
    ]).toEqual([isAssigned, isEntitled]);
  });

  test('nested membership is named with its path', async () => {
    const groups = [group('g', [{ id: 'h' }]), group('h', [member])];
    const assignments = await assignmentsOf({ groups, appRoleAssignedTo: [assigned('g', 'Group')] });
    expect(judgeAssignment(assignments, false, 'User').reason).toContain('Group g > Group h');
  });

  test('groups that hold each other end in an answer', async () => {
    const groups = [group('g', [{ id: 'h' }]), group('h', [{ id: 'g' }])];
    const assignments = await assignmentsOf({ groups, appRoleAssignedTo: [assigned('g', 'Group')] });
    expect(judgeAssignment(assignments, false, 'User').result).toBe(false);
  });

  test('--assume-assigned decides only what the source leaves open', async () => {
    expect(judgeAssignment(await assignmentsOf({}), true, 'User').result).toBe(true);
    expect(judgeAssignment(await assignmentsOf({ appRoleAssignedTo: [] }), true, 'User').result).toBe(false);
  });
});
