import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { openFixtureSource } from '../../src/source/fixture/index.js';
import { openGraphDirectory } from '../../src/source/graph/index.js';
import type { GroupDirectory } from '../../src/source/group-directory.js';
import { contosoTenant, type GraphStandIn, refuse, startGraphStandIn } from './graph-stand-in/index.js';
import { openClient } from './graph-stand-in/open-directory.js';

const { signal } = new AbortController();
const application = { id: '00000000-0000-4000-8000-000000000301', displayName: 'Expenses', appRoles: [] };
const salesId = '00000000-0000-4000-8000-000000000101';
const strange = '99999999-0000-4000-8000-000000000999';
const denied = refuse(403, 'Authorization_RequestDenied', 'Insufficient privileges.');
const directory = contosoTenant().directory as Readonly<Record<string, readonly object[]>>;

let graph: GraphStandIn;
let close: () => Promise<void>;
let groups: GroupDirectory;
let sameFromFile: GroupDirectory;

beforeAll(async () => {
  const twins = ['t1', 't2'].map((id) => ({ id, displayName: "Men's Choir" }));
  const tenant = { ...directory, groups: [...(directory.groups ?? []), ...twins] };
  // one object on a page: every list takes several
  graph = await startGraphStandIn({ directory: tenant, pageSize: 1 });
  const opened = openClient(graph.url);
  ({ close } = opened);
  const groupNeeds = ['objectId', 'displayName', 'dirSyncEnabled', 'members', 'made up'];
  groups = openGraphDirectory(opened.client, {
    needs: [],
    groupNeeds,
    servicePrincipal: application,
  }).groups!;
  const bytes = new TextEncoder().encode(JSON.stringify(tenant));
  sameFromFile = openFixtureSource([{ bytes, file: 'directory.json' }]).value!.groups!;
});

afterEach(() => {
  expect(graph.violations).toEqual([]);
  graph.reset();
});

afterAll(async () => {
  await close();
  graph.stop();
});

const idsOf = async (nameOrId: string): Promise<unknown[]> =>
  (await groups.findGroups(nameOrId, signal)).groups.map(({ group }) => group.id);

// Source of the cases: graph-api reference, 4.6; design of `--group`: an object id, or a display name as a whole.
describe('groups over Microsoft Graph', () => {
  test.each([
    ['an object id', salesId, [salesId]],
    ['a display name, in any letter case', 'sales AUSTRIA', [salesId]],
    ['a name with an apostrophe that two groups have, on two pages', "Men's Choir", ['t1', 't2']],
    ['a beginning of a name is none', 'Sales', []],
    ['an id that nothing has', strange, []],
  ])('found by %s', async (_name, nameOrId, ids) => {
    expect(await idsOf(nameOrId)).toEqual(ids);
  });

  test('what Graph is asked for are properties that it has', async () => {
    await groups.findGroups(salesId, signal);
    const asked = graph.arrivals.find(({ request }) => request === `GET /groups/${salesId}`);
    expect(asked?.call.query.get('$select')).toBe('id,displayName,securityEnabled,onPremisesSyncEnabled');
  });

  test('members and assignments are those that the same directory has as a file', async () => {
    const all = directory.groups as readonly { readonly id: string }[];
    expect(all.length).toBeGreaterThan(3);
    for (const { id } of all) {
      const [found] = (await groups.findGroups(id, signal)).groups;
      const [same] = (await sameFromFile.findGroups(id, signal)).groups;
      const { members, exchanges } = await groups.groupMembers(id, signal);
      expect(members).toEqual((await sameFromFile.groupMembers(id, signal)).members);
      expect(exchanges.length).toBe(Math.max(1, members.length));
      const assigned = (await groups.groupAssignments(found!, signal)).assignments;
      const wanted = (await sameFromFile.groupAssignments(same!, signal)).assignments;
      expect(assigned.known && assigned.assignments).toEqual(wanted.known && wanted.assignments);
    }
  });

  test('a group that is gone has no members', async () => {
    expect(await groups.groupMembers(strange, signal)).toMatchObject({ members: [], diagnostics: [] });
  });

  test('a refusal is told, with the permission that is missing', async () => {
    graph.fail(/\/groups|\/appRoleAssignedTo/, () => denied);
    const found = await groups.findGroups('Sales Austria', signal);
    const members = await groups.groupMembers(salesId, signal);
    const given = await groups.groupAssignments({ group: { id: salesId }, deleted: false }, signal);
    expect(given.assignments).toEqual({ known: false });
    const told = [found, members, given].map(({ diagnostics }) => JSON.stringify(diagnostics));
    expect(told[0]).toContain('GroupMember.Read.All');
    expect(told[1]).toContain('GroupMember.Read.All');
    expect(told[2]).toContain('Application.Read.All');
  });
});
