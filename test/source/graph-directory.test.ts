import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { openGraphDirectory } from '../../src/source/graph/index.js';
import type { AssignmentsFound, Found, SourceDirectory } from '../../src/source/source-directory.js';
import { selectUser } from '../../src/steps/import-user/index.js';
import { contosoTenant, type GraphStandIn, refuse, startGraphStandIn } from './graph-stand-in/index.js';
import { openClient } from './graph-stand-in/open-directory.js';

const { signal } = new AbortController();
const application = {
  id: '00000000-0000-4000-8000-000000000301',
  displayName: 'Contoso Expenses',
  appRoles: [],
};
const guest = 'kira_kovac_fabrikam.com#EXT#@contoso.onmicrosoft.com';
const badge = 'extension_0123456789abcdef0123456789abcdef_badge';
const unknownExtension = 'extension_ffffffffffffffffffffffffffffffff_gone';
const denied = refuse(
  403,
  'Authorization_RequestDenied',
  'Insufficient privileges to complete the operation.',
);

let graph: GraphStandIn;
let close: () => Promise<void>;
let open: (needs?: readonly string[]) => SourceDirectory;

beforeAll(async () => {
  const tenant = contosoTenant();
  const users = tenant.directory.users as readonly object[];
  const odd = [
    { id: 'o1', userPrincipalName: '$olga@contoso.com', displayName: 'Olga Odd', mail: 'olga@contoso.com' },
    {
      id: 'o2',
      userPrincipalName: 'renamed@contoso.com',
      displayName: 'Ref Renamed',
      proxyAddresses: ['smtp:old.name@contoso.com'],
    },
  ];
  graph = await startGraphStandIn({
    ...tenant,
    directory: { ...tenant.directory, users: [...users, ...odd] },
    pageSize: 1,
  });
  const opened = openClient(graph.url);
  close = opened.close;
  open = (needs = ['department']) =>
    openGraphDirectory(opened.client, { needs, servicePrincipal: application });
});

afterEach(() => {
  expect(graph.violations).toEqual([]);
  graph.reset();
});

afterAll(async () => {
  await close();
  graph.stop();
});

const byUpn = (value: string, needs?: readonly string[]): Promise<Found> =>
  open(needs).find({ by: 'upn', value }, signal);
const namesOf = ({ users }: Found): unknown[] => users.map(({ user }) => user.userPrincipalName);

async function assignmentsOf(upn: string): Promise<AssignmentsFound> {
  const directory = open();
  const found = await directory.find({ by: 'upn', value: upn }, signal);
  return directory.assignments(found.users[0]!, signal);
}

/** How a request arrived: path and query. */
const asked = (request: RegExp): ReadonlyMap<string, string> | undefined =>
  graph.arrivals.find((arrival) => request.test(arrival.request))?.call.query;

// Source of the cases: graph-api reference, 4.4 to 4.8; names by the reference on the synchronizationSchema, 6.
describe('one user', () => {
  test('costs one round trip, assignments and groups included', async () => {
    const directory = open();
    const found = await directory.find({ by: 'upn', value: 'alice@contoso.com' }, signal);
    await directory.assignments(found.users[0]!, signal);
    expect(graph.roundTrips()).toBe(1);
    expect(found.exchanges).toHaveLength(1);
  });

  test('the manager comes with him, and costs none', async () => {
    const directory = open(['manager', 'mail']);
    const found = await directory.find({ by: 'upn', value: 'alice@contoso.com' }, signal);
    const { id } = found.users[0]!.user.manager as { id: string };
    const manager = await directory.find({ by: 'id', value: id }, signal);
    expect(namesOf(manager)).toEqual(['mona@contoso.com']);
    expect(manager.users[0]!.user).toMatchObject({ mail: 'mona@contoso.com', accountEnabled: true });
    expect(graph.roundTrips()).toBe(1);
  });

  test('$select names what the schema needs, by the names of Graph, and what is always read', async () => {
    await byUpn('alice@contoso.com', [
      'objectId',
      'telephoneNumber',
      'mobile',
      'physicalDeliveryOfficeName',
      'extensionAttribute7',
      'IsSoftDeleted',
      'appRoleAssignments',
      badge,
      'dirSyncEnabled',
      'employeeOrgData.costCenter',
      'thumbnailPhoto',
    ]);
    const names = asked(/^GET \/users\/alice@contoso\.com$/)
      ?.get('$select')
      ?.split(',')
      .sort();
    expect(names).toEqual(
      [
        'id',
        'accountEnabled',
        'userPrincipalName',
        'displayName',
        'mail',
        'mailNickname',
        'userType',
        'businessPhones',
        'mobilePhone',
        'officeLocation',
        'onPremisesExtensionAttributes',
        badge,
        'onPremisesSyncEnabled',
        'employeeOrgData',
      ].sort(),
    );
    expect(asked(/^GET \/users\/alice@contoso\.com$/)?.has('$expand')).toBe(false);
  });

  test.each([
    ['a guest, whose name holds a number sign', guest],
    ['a name with an apostrophe', "sean.o'brien@contoso.com"],
    ['a name with a plus sign', 'uwe+events_fabrikam.com#EXT#@contoso.onmicrosoft.com'],
    ['a name that begins with a dollar sign', '$olga@contoso.com'],
    ['other letter case', 'ALICE@contoso.com'],
  ])('is found: %s', async (_name, upn) => {
    expect(namesOf(await byUpn(upn)).map((name) => String(name).toLowerCase())).toEqual([upn.toLowerCase()]);
  });

  test('a disabled user is found, and told apart', async () => {
    const { users } = await byUpn('hugo@contoso.com');
    expect(users).toMatchObject([{ deleted: false, user: { accountEnabled: false } }]);
  });
});

describe('somebody whom Graph does not have', () => {
  test('is looked for in the recycle bin, where the id stands before the name', async () => {
    const found = await byUpn('jana@contoso.com');
    expect(found.users).toMatchObject([{ deleted: true, user: { displayName: 'Jana Janda' } }]);
    expect(graph.roundTrips()).toBe(2);
  });

  test('is looked for in the recycle bin by id', async () => {
    const found = await open().find({ by: 'id', value: '00000000-0000-4000-8000-0000000000bd' }, signal);
    expect(found.users).toMatchObject([{ deleted: true }]);
  });

  test.each([
    ['another address of a user is a hint, never the user', 'old.name@contoso.com', 'renamed@contoso.com'],
    ['an id is no name', '00000000-0000-4000-8000-0000000000a1', 'alice@contoso.com'],
  ])('%s', async (_name, value, meant) => {
    const found = await byUpn(value);
    expect(found.users).toEqual([]);
    expect(found.probablyMeant).toEqual([meant]);
    const { diagnostics } = selectUser(found, { by: 'upn', value }, open());
    expect(diagnostics).toMatchObject([{ code: 'source/unknown-user', args: { nearest: meant } }]);
  });

  test('a recycle bin that may not be read is said, beside that nobody was found', async () => {
    graph.fail(/deletedItems/, () => denied);
    const found = await byUpn('nobody@contoso.com');
    const { diagnostics } = selectUser(found, { by: 'upn', value: 'nobody@contoso.com' }, open());
    expect(diagnostics.map(({ code }) => code)).toEqual(['source/unknown-user', 'source/recycle-bin-unread']);
  });
});

describe('a property that Graph refuses', () => {
  test('an unknown directory extension is named, the others are read', async () => {
    const found = await byUpn('alice@contoso.com', ['department', badge, unknownExtension]);
    expect(found.users[0]!.user).toMatchObject({ department: 'Sales', [badge]: 'B-1001' });
    expect(found.diagnostics).toMatchObject([
      { code: 'source/extension-unknown', args: { name: unknownExtension, status: 400 } },
    ]);
    expect(graph.roundTrips()).toBe(2);
  });

  test('one that needs a permission of its own is named', async () => {
    graph.fail(/^GET \/users\/alice/, (call) =>
      call.query.get('$select')?.includes('employeeLeaveDateTime') === true
        ? denied
        : { status: 200, body: { id: 'a', userPrincipalName: 'alice@contoso.com' } },
    );
    const found = await byUpn('alice@contoso.com', ['employeeLeaveDateTime']);
    expect(found.users).toHaveLength(1);
    expect(found.diagnostics).toMatchObject([
      { code: 'source/property-not-permitted', args: { name: 'employeeLeaveDateTime' } },
    ]);
  });

  test('a name in other letters asks for the known one, so that it can be named', async () => {
    const found = await byUpn('alice@contoso.com', ['Department']);
    expect(found.users[0]!.user).toHaveProperty('department', 'Sales');
  });

  test('where no property can be the reason, the refusal stands', async () => {
    graph.fail(/^GET \/users\/alice/, () => denied);
    const found = await byUpn('alice@contoso.com');
    expect(found.users).toEqual([]);
    expect(found.diagnostics.map(({ code }) => code)).toEqual(['graph/forbidden']);
  });
});

describe('assignments', () => {
  const direct = { kind: 'direct' };

  test('of everybody are read where the own list is not permitted, page by page', async () => {
    graph.fail(/^GET \/users\/.*\/appRoleAssignments$/, () => denied);
    for (const upn of ['alice@contoso.com', 'carla@contoso.com']) {
      const { assignments, diagnostics } = await assignmentsOf(upn);
      expect(diagnostics).toEqual([]);
      expect(assignments).toMatchObject({
        known: true,
        assignments: [
          { via: upn.startsWith('alice') ? direct : { kind: 'group', displayName: 'Sales Austria' } },
        ],
      });
    }
    expect(
      graph.arrivals.filter(({ request }) => request.endsWith('/appRoleAssignedTo')).length,
    ).toBeGreaterThan(2);
  });

  test('that nobody permits are unknown, with the refusal', async () => {
    graph.fail(/appRoleAssign/, () => denied);
    const { assignments, diagnostics } = await assignmentsOf('alice@contoso.com');
    expect(assignments).toEqual({ known: false });
    expect(diagnostics.map(({ code }) => code)).toEqual(['graph/forbidden']);
  });

  test('through a nested group do not count, and the chain is told', async () => {
    const { assignments } = await assignmentsOf('erin@contoso.com');
    expect(assignments).toMatchObject({
      assignments: [],
      nested: [{ displayName: 'Sales Austria', path: ['Sales Austria', 'Vienna Interns'] }],
    });
  });

  test('nested groups are looked for only where nothing else assigns and a group lies in another', async () => {
    await assignmentsOf('frank@contoso.com');
    await assignmentsOf('alice@contoso.com');
    expect(graph.roundTrips()).toBe(2);
  });

  test('groups that may not be read leave it open whether they are security groups', async () => {
    graph.fail(/memberOf/i, () => denied);
    const { assignments, diagnostics } = await assignmentsOf('carla@contoso.com');
    expect(assignments).toMatchObject({ assignments: [{ via: { displayName: 'Sales Austria' } }] });
    expect(diagnostics.map(({ code }) => code)).toEqual(['source/groups-unread']);
  });
});

describe('a search', () => {
  const search = (value: string): Promise<Found> => open([]).find({ by: 'search', value }, signal);

  test.each([
    ['by the beginning of the display name', 'Alice', ['alice@contoso.com']],
    ['by a word inside the display name', 'Archer', ['alice@contoso.com']],
    ['by both names', 'Alice Archer', ['alice@contoso.com']],
    ['by the beginning of the mail address', 'yvonne.y', ['yvonne.young@contoso.com']],
    ['with an apostrophe', "sean.o'b", ["sean.o'brien@contoso.com"]],
    ['with a quotation mark and a backslash', '"\\', []],
  ])('finds %s', async (_name, text, names) => {
    expect(namesOf(await search(text))).toEqual(names);
    expect(graph.roundTrips()).toBe(1);
  });

  test('leaves out the disabled and the deleted, and counts them', async () => {
    expect(await search('Hugo')).toMatchObject({ users: [], hidden: { disabled: 1, deleted: 0 } });
    expect(await search('Jana')).toMatchObject({ users: [], hidden: { disabled: 0, deleted: 1 } });
  });

  test('says whether more fit than came', async () => {
    // A page of the stand-in holds one.
    expect(await search('Alice')).toMatchObject({ isPartial: false });
    expect(await search('k')).toMatchObject({ isPartial: true });
  });

  test('one hit is read in full', async () => {
    const found = await open(['department']).find({ by: 'search', value: 'Archer' }, signal);
    expect(found.users[0]!.user).toHaveProperty('department', 'Sales');
    expect(graph.roundTrips()).toBe(2);
  });
});
