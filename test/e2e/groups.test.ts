import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { codesOf, LiveTarget } from './live-target.js';
import { type Scimmy, startScimmy } from './scimmy.js';

// What must happen comes from the decision table and the reference on members; the service is the package scimmy-routers.

// Each test starts the tool two or three times.
jest.setTimeout(30_000);

let scimmy: Scimmy;
let live: LiveTarget;
const token = ['token: { env: SCIM_TOKEN }'];
const groups = { fixture: 'groups', schema: null };
const account = (first: string) => ({
  id: `${first}-id`,
  userName: `${first}@contoso.com`,
  externalId: first,
  active: true,
});

beforeAll(async () => {
  scimmy = await startScimmy();
});
afterAll(() => scimmy.stop());
beforeEach(async () => {
  await scimmy.seed([account('ana'), account('ben'), account('gus')]);
  live = new LiveTarget(scimmy.url, token, groups);
});
afterEach(() => {
  live.bench.remove();
});

const harbour = ['--group', 'Harbour Crew'];
const members = (...names: string[]): string[] =>
  names.flatMap((name) => ['--member', `${name}@contoso.com`]);

/** What somebody does in Entra between two runs: the users with these ids are the members of the first group. */
function setMembers(...ids: string[]): void {
  const directory = JSON.parse(live.bench.read('directory.json')) as { groups: { members: unknown }[] };
  directory.groups[0]!.members = ids.map((id) => ({ id }));
  writeFileSync(join(live.bench.folder, 'directory.json'), JSON.stringify(directory));
}
const [ana, ben] = ['a1', 'a2'].map((end) => `00000000-0000-4000-8000-0000000000${end}`) as [string, string];

const held = async (): Promise<(string[] | undefined)[]> =>
  (await scimmy.look()).groups.map((group) => group.members?.map(({ value }) => value));
const writes = async (): Promise<string[]> =>
  (await scimmy.look()).requests.filter((request) => !request.startsWith('GET '));

describe('a group against scimmy-routers', () => {
  test('is created, its members follow, and the next run has nothing to do', async () => {
    const created = await live.run([...harbour, ...members('ana', 'ben')]);
    expect([created.code, created.report.outcome.action, codesOf(created.report)]).toEqual([0, 'create', []]);
    const { groups: stored } = await scimmy.look();
    expect(stored).toEqual([expect.objectContaining({ displayName: 'Harbour Crew' })]);
    expect(await held()).toEqual([['ana-id', 'ben-id']]);
    expect(await writes()).toEqual(['POST /scim/Groups', `PATCH /scim/Groups/${stored[0]!.id}`]);
    const again = await live.run([...harbour, ...members('ana', 'ben')]);
    expect([again.code, again.report.outcome.reason]).toEqual([0, 'RedundantExport']);
    expect(await writes()).toHaveLength(2);
  });

  test('a dry run plans both requests and sends none', async () => {
    const run = await live.run([...harbour, ...members('ana'), '--dry-run']);
    const planned = run.report.exchanges.filter((exchange) => exchange.planned).map(({ method }) => method);
    expect([run.code, planned, await writes()]).toEqual([0, ['POST', 'PATCH'], []]);
  });

  test.each([
    ['on demand', '', []],
    ['a cycle with the flag', '?aadOptscim062020', ['--as', 'cycle']],
  ] as const)('%s: a member who is new is added, one who left is removed', async (_name, flag, as) => {
    await live.run([...harbour, ...members('ana')]);
    live.bench.remove();
    live = new LiveTarget(`${scimmy.url}${flag}`, token, groups);
    setMembers(ben);
    const run = await live.run([...harbour, ...members('ana', 'ben'), ...as]);
    expect([run.code, run.report.outcome.summary, codesOf(run.report)]).toEqual([
      0,
      'updated Harbour Crew: 1 member added, 1 member removed',
      [],
    ]);
    expect(await held()).toEqual([['ben-id']]);
  });

  test('one who is not named stays, whatever the source says', async () => {
    await live.run([...harbour, ...members('ana', 'ben')]);
    setMembers(ana);
    await live.run(harbour);
    expect(await held()).toEqual([['ana-id', 'ben-id']]);
  });
});
