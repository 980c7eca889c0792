import { describe, expect, test } from '@jest/globals';
import { createRandom } from '../../src/expression/index.js';
import { compileJob, type Job } from '../../src/job/index.js';
import { chooseMapping, defaultSchema } from '../../src/schema/index.js';
import { openFixtureSource } from '../../src/source/fixture/index.js';
import type { SourceDirectory } from '../../src/source/source-directory.js';
import { diagnose } from '../../src/diagnostics/diagnostic.js';
import type { Exchange } from '../../src/exchanges/exchange.js';
import { type GroupSelector, importGroup } from '../../src/steps/index.js';

const schema = defaultSchema();
const job: Job = compileJob({
  schema,
  ...chooseMapping(schema, { sourceObject: 'Group' }).value!,
  scope: 'assigned',
  skipOutOfScopeDeletions: false,
}).value!;
const { signal } = new AbortController();
const environment = (name: string) => ({ now: 0, random: createRandom(name) });
const user = (id: string) => ({ id, userPrincipalName: `${id}@contoso.com` });
const open = (tenant: object) =>
  openFixtureSource([{ bytes: new TextEncoder().encode(JSON.stringify(tenant)), file: 'f.json' }]).value!;
const run = (tenant: object, selector: Partial<GroupSelector> = {}, source = open(tenant)) =>
  importGroup(
    job,
    { nameOrId: 'g', members: [], everybody: false, ...selector },
    source,
    environment,
    signal,
  );
const asked = ['findGroups', 'groupMembers', 'groupAssignments', 'find'];

/** Each answer of the source says by a request and a warning which question it was. */
function makeNoisy(source: SourceDirectory): SourceDirectory {
  const inner = source.groups!;
  const noise = (name: string) => ({
    diagnostics: [diagnose('source/groups-unread', { application: name })],
    exchanges: [{ request: { method: 'GET', path: name } } as unknown as Exchange],
  });
  return {
    ...source,
    find: async (one, signal) => ({ ...(await source.find(one, signal)), ...noise('find') }),
    groups: {
      findGroups: async (name, signal) => ({
        ...(await inner.findGroups(name, signal)),
        ...noise('findGroups'),
      }),
      groupMembers: async (id, signal) => ({
        ...(await inner.groupMembers(id, signal)),
        ...noise('groupMembers'),
      }),
      groupAssignments: async (group, signal) => ({
        ...(await inner.groupAssignments(group, signal)),
        ...noise('groupAssignments'),
      }),
    },
  };
}

const codes = ({ diagnostics }: Awaited<ReturnType<typeof run>>): string[] =>
  diagnostics.map(({ code }) => code);
const many = (count: number) => Array.from({ length: count }, (_, at) => user(`u${String(at)}`));

describe('the import of a group', () => {
  test('the attributes of the mapping, named as Entra names them', async () => {
    const group = { id: 'g', displayName: 'Crew', members: [user('a'), user('b')] };
    const { details, status } = await run({ groups: [group] });
    // schema reference 6.2: objectId is id, members are the ids of direct members
    expect([status, details.attributes]).toEqual([
      'success',
      { objectId: 'g', displayName: 'Crew', members: ['a', 'b'] },
    ]);
  });

  test('very many members are listed with the last one and their number', async () => {
    const { details } = await run({ groups: [{ id: 'g', displayName: 'Crew', members: many(5000) }] });
    const listed = details.attributes.members as readonly string[];
    expect([listed.length, listed.at(-1)]).toEqual([20, '... u4999 (5000)']);
  });

  test('a group without a display name cannot be matched', async () => {
    expect(codes(await run({ groups: [{ id: 'g' }] }))).toEqual(['import/matching-value-missing']);
  });

  test('a run about everybody is bounded, and says what to do', async () => {
    const group = (count: number) => ({ groups: [{ id: 'g', displayName: 'Crew', members: many(count) }] });
    expect(codes(await run(group(100), { everybody: true }))).toEqual([]);
    const refused = await run(group(101), { everybody: true });
    expect([refused.found, codes(refused)]).toEqual([undefined, ['group/too-many-members']]);
  });

  test('a source of users alone', async () => {
    const { groups, ...usersAlone } = open({ users: [user('a')] });
    expect([groups !== undefined, ...codes(await run({}, {}, usersAlone))]).toEqual([
      true,
      'group/source-without-groups',
    ]);
  });

  test('groups that hold each other end in an answer, with the path of the nesting', async () => {
    const groups = [
      { id: 'g', displayName: 'G', members: [{ id: 'h' }] },
      { id: 'h', displayName: 'H', members: [{ id: 'g' }, { id: 'i' }] },
      { id: 'i', displayName: 'I', members: [user('a')] },
    ];
    const members = [{ by: 'upn', value: 'a@contoso.com' }] as const;
    const { found } = await run({ users: [user('a')], groups }, { members });
    expect(found?.membership?.chosen).toEqual([
      {
        id: 'a',
        name: 'a@contoso.com',
        standing: 'notMember',
        remark: 'only nested in the source, through H > I, which does not count',
      },
    ]);
  });

  // The rule of StepResult: everything a source was asked, and said, stands with the step that asked.
  test('requests and remarks of every question to the source are told, in the order of asking', async () => {
    const group = { id: 'g', displayName: 'G', members: [user('a')] };
    const members = [{ by: 'upn', value: 'a@contoso.com' }] as const;
    const noisy = makeNoisy(open({ users: [user('a')], groups: [group] }));
    const { found, status, exchanges, diagnostics } = await run({}, { members }, noisy);
    expect(found?.id).toBe('g');
    expect(status).toBe('warning');
    expect(exchanges.map(({ request }) => request.path)).toEqual(asked);
    expect(diagnostics.map(({ args }) => args)).toEqual(asked.map((application) => ({ application })));
  });

  test('requests are told also where nobody is found', async () => {
    const noisy = makeNoisy(open({ users: [user('a')], groups: [{ id: 'g', displayName: 'G' }] }));
    const members = [{ by: 'upn', value: 'nobody@contoso.com' }] as const;
    const { found, exchanges } = await run({}, { members }, noisy);
    expect([found, exchanges.length]).toEqual([undefined, asked.length]);
  });

  test('somebody named twice is one member', async () => {
    const members = [
      { by: 'upn', value: 'a@contoso.com' },
      { by: 'id', value: 'a' },
    ] as const;
    const group = { id: 'g', displayName: 'G', members: [user('a')] };
    const { found } = await run({ users: [user('a')], groups: [group] }, { members });
    expect(found?.membership?.chosen).toHaveLength(1);
  });
});
