import { expect, test } from '@jest/globals';
import { maskPulled } from '../../../src/cli/pull/mask-pulled.js';
import { planPulled, type PulledParts } from '../../../src/cli/pull/plan-pulled.js';
import { contoso, fixture } from '../../provision/contoso.js';

// Our own command: the contracts of maskPulled and planPulled.
test('values that scoping filters test are not masked, and are named', () => {
  const schema: unknown = JSON.parse(new TextDecoder().decode(fixture('schema.json')));
  const directory = { users: [], deletedUsers: [], groups: [], servicePrincipal: {} };
  const { diagnostics } = maskPulled(directory, {
    schema,
    rule: undefined,
    objectMapping: undefined,
    job: contoso,
    key: 'of the test',
  });
  expect(diagnostics).toMatchObject([
    { code: 'pull/kept-by-filters', args: { attributes: ['department', 'country', 'employeeType'] } },
  ]);
});

test.each([
  [true, ['pull/target-left-out']],
  [false, []],
])('a target at hand is told where it is left out: masked %s', async (isMasked, codes) => {
  const parts = {
    options: {},
    settings: { scope: 'assigned', skipOutOfScopeDeletions: false, target: { kind: 'fixture' } },
    graph: {},
    job: contoso,
    folder: { path: '/a/pulled', cwd: '/a', force: false, command: 'pull' },
    isMasked,
  };
  // Without a file of settings neither the way to Graph nor the terminal is looked at.
  const { diagnostics } = await planPulled(parts as unknown as PulledParts);
  expect(diagnostics.map(({ code }) => code)).toEqual(codes);
});
