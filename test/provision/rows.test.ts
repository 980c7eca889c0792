import { describe, expect, test } from '@jest/globals';
import type { Job } from '../../src/job/index.js';
import { runSteps } from '../../src/provision/index.js';
import type { Mode, Report } from '../../src/report/report.js';
import { chooseMapping } from '../../src/schema/index.js';
import { openFixtureSource } from '../../src/source/fixture/index.js';
import type { SourceDirectory } from '../../src/source/source-directory.js';
import { openFixtureTarget } from '../../src/target/fixture/index.js';
import { contoso, fixture, schema, source } from './contoso.js';
import { quietWorld } from './quiet-world.js';

interface Play {
  readonly job: Job;
  readonly from: SourceDirectory;
  readonly upn: string;
  readonly mode: Mode;
}

async function play({
  job,
  from,
  upn,
  mode,
}: Play): Promise<Report & { readonly writes: readonly string[] }> {
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
    source: from,
    target,
    dryRun: false,
    mode,
    cycleDialect: 'default',
    investigate: true,
    discover: false,
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

/** Jana's assignment was removed before she was deleted. */
const withoutJana = ((): SourceDirectory => {
  const directory = JSON.parse(new TextDecoder().decode(fixture('directory.json'))) as Directory;
  const { servicePrincipal } = directory;
  const appRoleAssignedTo = servicePrincipal.appRoleAssignedTo.filter(
    ({ principalId }) => !jana.startsWith(principalId.replaceAll('-', '')),
  );
  expect(appRoleAssignedTo.length).toBe(servicePrincipal.appRoleAssignedTo.length - 1);
  const changed = { ...directory, servicePrincipal: { ...servicePrincipal, appRoleAssignedTo } };
  return openFixtureSource([{ bytes: Buffer.from(JSON.stringify(changed)), file: 'directory.json' }]).value!;
})();

interface Directory {
  readonly servicePrincipal: { readonly appRoleAssignedTo: readonly { readonly principalId: string }[] };
}

type Ending = readonly [action: string, status: string, reason: string | null, writes: readonly string[]];

interface Row {
  readonly row: string;
  readonly job?: Job;
  readonly from?: SourceDirectory;
  readonly upn: string;
  readonly onDemand: Ending;
  /** left out: as on demand */
  readonly cycle?: Ending;
}

const skipped = (reason: string): Ending => ['skip', 'skipped', reason, []];
const failed = (action: string, reason: string): Ending => [action, 'failure', reason, []];
const disabled = (reason: string): Ending => ['disable', 'success', reason, ['PATCH']];

/**
 * Rows of the decision table of docs/fidelity.md, played end to end; the stories of the users are in fixtures/README.md.
 * Rows 20 and 21 have no object left to begin with, 22 is about many users, and 24 ends before a run.
 */
const rows: readonly Row[] = [
  { row: '1: create', upn: 'liam@contoso.com', onDemand: ['create', 'success', null, ['POST']] },
  {
    row: '2: Create switched off',
    job: without('add'),
    upn: 'liam@contoso.com',
    onDemand: skipped('action/create-not-enabled'),
  },
  {
    row: '3: required attribute without value',
    job: requiring('name.familyName'),
    upn: 'suharto@contoso.com',
    onDemand: failed('create', 'MandatoryFieldsMissing'),
  },
  { row: '4: update', upn: 'alice@contoso.com', onDemand: ['update', 'success', null, ['PATCH']] },
  {
    row: '5: Update switched off',
    job: without('update'),
    upn: 'alice@contoso.com',
    onDemand: skipped('action/update-not-enabled'),
  },
  { row: '6: same', upn: 'bob@contoso.com', onDemand: skipped('RedundantExport') },
  {
    row: '6: same, whatever the actions allow',
    job: without('add', 'update', 'delete'),
    upn: 'bob@contoso.com',
    onDemand: skipped('RedundantExport'),
  },
  {
    row: '7: disabled in the target, enabled again',
    upn: 'tom@contoso.com',
    onDemand: ['update', 'success', null, ['PATCH']],
  },
  { row: '8: several matches', upn: 'wanda@contoso.com', onDemand: failed('none', 'DuplicateTargetEntries') },
  {
    row: '9: out of scope, no match',
    upn: 'erin@contoso.com',
    onDemand: skipped('NotEffectivelyEntitled'),
  },
  {
    row: '10: no filter passed, matched',
    upn: 'dave@contoso.com',
    onDemand: disabled('scope/out-of-scope'),
  },
  { row: '10: unassigned, matched', upn: 'frank@contoso.com', onDemand: disabled('scope/out-of-scope') },
  {
    row: '11: out of scope, disabled already',
    upn: 'gina@contoso.com',
    onDemand: skipped('RedundantExport'),
  },
  {
    row: '12: SkipOutOfScopeDeletions',
    job: { ...contoso, skipOutOfScopeDeletions: true },
    upn: 'dave@contoso.com',
    onDemand: skipped('action/out-of-scope-deletion-skipped'),
  },
  {
    row: '13: nothing depends on IsSoftDeleted',
    job: withoutSoftDeleted,
    upn: 'dave@contoso.com',
    onDemand: skipped('action/deactivation-not-mapped'),
  },
  {
    row: '14: out of scope, Update switched off',
    job: without('update'),
    upn: 'dave@contoso.com',
    onDemand: skipped('action/update-not-enabled'),
  },
  {
    row: '15: out of scope, several matches',
    upn: 'xaver@contoso.com',
    onDemand: failed('none', 'DuplicateTargetEntries'),
  },
  { row: '16: disabled, no match', upn: 'ines@contoso.com', onDemand: skipped('NotEffectivelyEntitled') },
  {
    row: '17: disabled, matched',
    upn: 'hugo@contoso.com',
    onDemand: skipped('NotEffectivelyEntitled'),
    cycle: disabled('scope/out-of-scope'),
  },
  {
    row: '17: disabled, matched, SkipOutOfScopeDeletions, which is for scope loss only',
    job: { ...contoso, skipOutOfScopeDeletions: true },
    upn: 'hugo@contoso.com',
    onDemand: skipped('NotEffectivelyEntitled'),
    cycle: disabled('scope/out-of-scope'),
  },
  {
    row: '17: disabled, matched, Update switched off',
    job: without('update'),
    upn: 'hugo@contoso.com',
    onDemand: skipped('NotEffectivelyEntitled'),
    cycle: skipped('action/update-not-enabled'),
  },
  {
    row: '18: deleted, matched, still assigned',
    upn: jana,
    onDemand: skipped('NotEffectivelyEntitled'),
    cycle: disabled('scope/out-of-scope'),
  },
  {
    row: '19: deleted, matched, unassigned before',
    from: withoutJana,
    upn: jana,
    onDemand: skipped('action/no-longer-managed'),
  },
  {
    row: '20, 21: purged, so that nobody is found to begin with',
    upn: 'purged@contoso.com',
    onDemand: failed('none', 'source/unknown-user'),
  },
  {
    row: '22: a deletion threshold, which counts in cycles alone',
    upn: 'dave@contoso.com',
    onDemand: disabled('scope/out-of-scope'),
  },
  {
    row: '23: an input filter fails',
    job: inputFiltered,
    upn: 'alice@contoso.com',
    onDemand: skipped('action/excluded-by-input-filter'),
  },
];

const modes = ['on-demand', 'cycle'] as const;

describe.each(modes)('the decision table, end to end: %s', (mode) => {
  test.each(rows.map((one) => [one.row, one] as const))('row %s', async (_row, one) => {
    const { job = contoso, from = source, upn, onDemand, cycle = onDemand } = one;
    const report = await play({ job, from, upn, mode });
    const { action, status, reason } = report.outcome;
    const expected = mode === 'cycle' ? cycle : onDemand;
    expect([action, status, reason, report.writes]).toEqual(expected);
  });

  test('row 7 says that it enables', async () => {
    const report = await play({ job: contoso, from: source, upn: 'tom@contoso.com', mode });
    expect(report.outcome.reactivates).toBe(true);
  });
});

describe('row 24: a disabled object mapping', () => {
  test('is a configuration error before any mode is looked at', () => {
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
