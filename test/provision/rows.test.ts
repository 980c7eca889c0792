import { describe, expect, test } from '@jest/globals';
import type { Job } from '../../src/job/index.js';
import { runSteps } from '../../src/provision/index.js';
import type { Report } from '../../src/report/report.js';
import { chooseMapping } from '../../src/schema/index.js';
import { openFixtureTarget } from '../../src/target/fixture/index.js';
import { contoso, fixture, schema, source } from './contoso.js';
import { quietWorld } from './quiet-world.js';

async function play(job: Job, upn: string): Promise<Report & { readonly writes: readonly string[] }> {
  const saved: string[] = [];
  const target = openFixtureTarget({
    bytes: fixture('target.json'),
    file: 'target.json',
    save: (text) => Promise.resolve(void saved.push(text)),
    newId: () => 'new',
    now: () => 0,
  }).value!;
  const report = await runSteps({
    job,
    selector: { by: 'upn', value: upn },
    source,
    target,
    dryRun: false,
    mode: 'on-demand',
    cycleDialect: 'default',
    investigate: true,
    until: 'action',
    assumeAssigned: false,
    now: 0,
    seed: 'rows',
    toolVersion: '0',
    diagnostics: [],
    world: quietWorld,
    signal: new AbortController().signal,
  });
  const writes = report.exchanges.filter(({ method }) => method !== 'GET').map(({ method }) => method);
  expect(saved.length > 0).toBe(writes.length > 0);
  return { ...report, writes };
}

const without = (...off: readonly ('add' | 'update' | 'delete')[]): Job => ({
  ...contoso,
  flowTypes: {
    add: !off.includes('add'),
    update: !off.includes('update'),
    delete: !off.includes('delete'),
  },
});
const requiring = (target: string): Job => ({
  ...contoso,
  flows: contoso.flows.map((flow) =>
    flow.target === target ? { ...flow, required: true, defaultValue: null } : flow,
  ),
});
const withoutSoftDeleted: Job = {
  ...contoso,
  flows: contoso.flows.filter(({ dependsOnSoftDeleted }) => !dependsOnSoftDeleted),
};
/** Graph puts the id of a deleted user in front of his name. */
const jana = '000000000000400080000000000000bdjana@contoso.com';
const inputFiltered: Job = {
  ...contoso,
  inputFilters: [
    {
      title: 'Excluded',
      pointer: '',
      clauses: [
        {
          attribute: 'department',
          operator: 'EQUALS',
          values: ['Nowhere'],
          definition: undefined,
          pointer: '',
        },
      ],
    },
  ],
};

/** Rows of the decision table of docs/fidelity.md, played end to end; the stories of the users are in fixtures/README.md. */
describe('the on-demand column of the decision table, end to end', () => {
  test.each<[string, Job, string, string, string, string | null, readonly string[]]>([
    ['1: create', contoso, 'liam@contoso.com', 'create', 'success', null, ['POST']],
    [
      '2: Create switched off',
      without('add'),
      'liam@contoso.com',
      'skip',
      'skipped',
      'action/create-not-enabled',
      [],
    ],
    [
      '3: required attribute without value',
      requiring('name.familyName'),
      'suharto@contoso.com',
      'create',
      'failure',
      'MandatoryFieldsMissing',
      [],
    ],
    ['4: update', contoso, 'alice@contoso.com', 'update', 'success', null, ['PATCH']],
    [
      '5: Update switched off',
      without('update'),
      'alice@contoso.com',
      'skip',
      'skipped',
      'action/update-not-enabled',
      [],
    ],
    ['6: same', contoso, 'bob@contoso.com', 'skip', 'skipped', 'RedundantExport', []],
    [
      '7: disabled in the target, enabled again',
      contoso,
      'tom@contoso.com',
      'update',
      'success',
      null,
      ['PATCH'],
    ],
    ['8: several matches', contoso, 'wanda@contoso.com', 'none', 'failure', 'DuplicateTargetEntries', []],
    [
      '9: out of scope, no match',
      contoso,
      'erin@contoso.com',
      'skip',
      'skipped',
      'NotEffectivelyEntitled',
      [],
    ],
    [
      '10: out of scope, matched',
      contoso,
      'dave@contoso.com',
      'disable',
      'success',
      'scope/out-of-scope',
      ['PATCH'],
    ],
    [
      '11: out of scope, disabled already',
      contoso,
      'gina@contoso.com',
      'skip',
      'skipped',
      'RedundantExport',
      [],
    ],
    [
      '12: SkipOutOfScopeDeletions',
      { ...contoso, skipOutOfScopeDeletions: true },
      'dave@contoso.com',
      'skip',
      'skipped',
      'action/out-of-scope-deletion-skipped',
      [],
    ],
    [
      '13: nothing depends on IsSoftDeleted',
      withoutSoftDeleted,
      'dave@contoso.com',
      'skip',
      'skipped',
      'action/deactivation-not-mapped',
      [],
    ],
    [
      '14: out of scope, Update switched off',
      without('update'),
      'dave@contoso.com',
      'skip',
      'skipped',
      'action/update-not-enabled',
      [],
    ],
    [
      '15: out of scope, several matches',
      contoso,
      'xaver@contoso.com',
      'none',
      'failure',
      'DuplicateTargetEntries',
      [],
    ],
    ['16: disabled, no match', contoso, 'ines@contoso.com', 'skip', 'skipped', 'NotEffectivelyEntitled', []],
    ['17: disabled, matched', contoso, 'hugo@contoso.com', 'skip', 'skipped', 'NotEffectivelyEntitled', []],
    ['18: deleted, matched', contoso, jana, 'skip', 'skipped', 'NotEffectivelyEntitled', []],
    [
      '23: an input filter fails',
      inputFiltered,
      'alice@contoso.com',
      'skip',
      'skipped',
      'action/excluded-by-input-filter',
      [],
    ],
  ])('row %s', async (_row, job, upn, action, status, reason, writes) => {
    const report = await play(job, upn);
    expect({
      action: report.outcome.action,
      status: report.outcome.status,
      reason: report.outcome.reason,
    }).toEqual({ action, status, reason });
    expect(report.writes).toEqual(writes);
  });

  test('row 7 says that it enables', async () => {
    expect((await play(contoso, 'tom@contoso.com')).outcome.reactivates).toBe(true);
  });

  test('row 24: a disabled object mapping is a configuration error', () => {
    const disabled = {
      ...schema,
      rules: schema.rules.map((rule) => ({
        ...rule,
        objectMappings: rule.objectMappings.map((mapping) => ({ ...mapping, enabled: false })),
      })),
    };
    const { value, diagnostics } = chooseMapping(disabled, { sourceObject: 'User' });
    expect([value, diagnostics.map(({ code }) => code)]).toEqual([undefined, ['schema/no-usable-mapping']]);
  });
});
