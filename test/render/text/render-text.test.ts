import { describe, expect, test } from '@jest/globals';
import type { Report, StepStatus, Steps } from '../../../src/report/report.js';
import { renderText } from '../../../src/render/text/index.js';
import { finding, report as reportWith } from '../reports/build.js';
import { failing, fine } from '../reports/index.js';
import { linesOf, look } from './look.js';

const samples = Object.entries({ ...fine, ...failing });
const healthy = fine['healthy create']!;
const refusedCreate = failing['failed create']!;
const show = (report: Report, rest: Parameters<typeof look>[0] = {}): string =>
  renderText(report, look(rest));

describe('a run in text', () => {
  test.each(samples)('ends with the verdict and one line break: %s', (_name, report) => {
    expect(show(report).endsWith(`\n\n${report.outcome.summary}\n`)).toBe(true);
  });

  test.each(Object.entries(failing))('a run that fails needs at most 25 lines: %s', (_name, report) => {
    for (const width of [80, 100, 120, 200])
      expect(linesOf(show(report, { width })).length).toBeLessThanOrEqual(25);
  });

  test.each(Object.entries(fine))('a run that goes well needs fewer: %s', (_name, report) => {
    for (const width of [80, 100, 120, 200]) expect(linesOf(show(report, { width })).length).toBeLessThan(25);
  });

  test('nothing that a run can hold makes the default picture longer', () => {
    const many = Array.from({ length: 40 }, (_, at) =>
      finding(`a/${at}`, {
        severity: at % 2 === 0 ? 'error' : 'warning',
        message: 'word '.repeat(200),
        advice: Array.from({ length: 20 }, () => ({ kind: 'text', text: 'do '.repeat(60) })),
      }),
    );
    const filters = Array.from({ length: 30 }, (_, at) => ({
      ...fine['out of scope in a dry run']!.steps[2].details.filters[0]!,
      title: `Filter ${at}`,
    }));
    const [one, two, three, four, five] = refusedCreate.steps;
    const crowded = {
      ...refusedCreate,
      clock: 'now',
      steps: [
        one,
        two,
        { ...three, details: { ...three.details, inScope: false, filters } },
        four,
        { ...five, diagnostics: many },
      ],
    } as const;
    const lines = linesOf(show(crowded));
    expect(lines.length).toBeLessThanOrEqual(25);
    expect(lines.join('\n')).toContain('39 more findings (--details)');
    expect(lines.join('\n')).toContain('answer  409 uniqueness');
  });

  test('a healthy run has a line for each of steps 2 to 5 and nothing else', () => {
    expect(linesOf(show(healthy))).toHaveLength(8);
  });

  test('--details none leaves the header, the steps and the verdict', () => {
    for (const [, report] of samples) {
      const lines = linesOf(show(report, { details: 'none', width: 160 }));
      expect(lines.filter((line) => /^ {2}\d {2}/.test(line)).length).toBe(
        lines.length - (report.clock === null ? 4 : 5),
      );
    }
  });

  test('an error and a warning end with the command that explains them, a note does not', () => {
    for (const [, report] of samples) {
      const text = show(report, { details: 'all' });
      const all = [...report.diagnostics, ...report.steps.flatMap(({ diagnostics }) => diagnostics)];
      for (const { code, severity } of all) {
        expect([code, text.includes(`provision-user explain ${code}\n`)]).toEqual([
          code,
          severity !== 'info',
        ]);
      }
    }
  });
});

describe('the connection test', () => {
  const withStatus = (status: StepStatus): Report => {
    const [first, ...rest] = healthy.steps;
    return { ...healthy, steps: [{ ...first, status }, ...rest] as unknown as Steps };
  };
  test.each<[StepStatus, boolean]>([
    ['success', false],
    ['notRun', false],
    ['warning', true],
    ['failure', true],
    ['crashed', true],
  ])('that ended with %s is shown: %s', (status, shown) => {
    expect(show(withStatus(status)).includes('1  Test connection')).toBe(shown);
  });

  test('is shown where it was asked for', () => {
    expect(show(healthy, { details: ['connection'] })).toContain('1  Test connection  ✓ reached');
    expect(show(healthy, { details: ['match'] })).not.toContain('Test connection');
  });
});

describe('step 5 in one line', () => {
  const acting = (action: Report['outcome']['action'], rest: Partial<Report>): string => {
    const report = { ...healthy, outcome: { ...healthy.outcome, action }, ...rest };
    return linesOf(show(report, { width: 120 })).find((line) => line.startsWith('  5'))!;
  };
  const [sent] = healthy.exchanges;
  const planned = { ...sent!, planned: true, status: null };
  test.each([
    ['create', 'would create', { dryRun: true, exchanges: [planned] }, 'POST /Users, 7 attributes'],
    ['update', 'would update', { dryRun: true, exchanges: [planned] }, 'POST /Users, 7 attributes'],
    ['delete', 'would delete', { dryRun: true, exchanges: [planned] }, 'POST /Users, 7 attributes'],
    ['create', 'created', {}, 'POST /Users → 201, 7 attributes'],
    ['disable', 'disabled', {}, 'POST /Users → 201, 7 attributes'],
    [
      'create',
      'created',
      { exchanges: [sent!, { ...sent!, method: 'PATCH', url: 'https://x/scim/Users/1', status: 204 }] },
      'POST /Users → 201, PATCH /Users/1 → 204, 7 attributes',
    ],
    [
      'create',
      'created',
      { exchanges: [sent!, { ...sent!, ours: true, method: 'PUT' }] },
      'POST /Users → 201, 7 attributes',
    ],
  ] as const)('%s is told as %s', (action, word, rest, request) => {
    expect(acting(action, rest)).toBe(
      `  5  Perform action   ✓ ${word}  ${' '.repeat(Math.max(0, 8 - word.length))}${request}`,
    );
  });

  const failedWith = (exchanges: Report['exchanges']): string =>
    linesOf(show({ ...refusedCreate, exchanges })).find((line) => line.startsWith('  5'))!;
  const [refused] = refusedCreate.exchanges;
  test('a create that was refused failed', () => {
    expect(failedWith([refused!])).toContain('✗ create failed  POST /Users → 409');
  });
  test('a create before which nothing was sent is told as not created, and why', () => {
    expect(failedWith([])).toContain('✗ not created');
  });
  test('a create of which a later request failed is told as created in part', () => {
    expect(
      failedWith([
        { ...refused!, status: 201 },
        { ...refused!, method: 'PATCH', status: 400 },
      ]),
    ).toContain('✗ created in part  POST /Users → 201, PATCH /Users → 400');
  });
  test('a request without an answer is told as such', () => {
    expect(failedWith([{ ...refused!, status: null, error: 'connection reset' }])).toContain(
      'POST /Users → no answer',
    );
  });
  test('a user enabled again is told', () => {
    const report = reportWith({
      ...healthy,
      outcome: { ...healthy.outcome, action: 'update', reactivates: true },
    });
    expect(show(report, { width: 120 })).toContain(
      '✓ updated   enables the account again, POST /Users → 201',
    );
  });
});

describe('what the target kept', () => {
  const update = fine['update with a normalised value']!;
  const [one, two, three, four, five] = update.steps;
  const withFive = (rest: Partial<Steps[4]>): string =>
    show({ ...update, steps: [one, two, three, four, { ...five, ...rest }] }, { width: 120 });

  test('is shown where the step found a difference, and counted', () => {
    const shown = withFive({});
    expect(shown).toContain('▲ updated, 1 value not kept');
    expect(shown).toMatch(/attribute +was +sent +kept +from/);
    expect(shown).toMatch(/"Lead Engineer" +same +jobTitle/);
  });

  test('is no matter where the step found none: the step compares, the picture does not', () => {
    const shown = withFive({ diagnostics: [], status: 'success' });
    expect(shown).toContain('✓ updated  ');
    expect(shown).toMatch(/attribute +was +sent +from/);
  });

  test('is absent where the answer lacks it', () => {
    const attributes = five.details.attributes.map((change) => ({ ...change, stored: null }));
    const shown = withFive({ details: { ...five.details, attributes } });
    expect(shown).toContain('▲ updated, values not kept');
    expect(shown).toMatch(/"Lead Engineer" +absent +jobTitle/);
  });
});

describe('step 3', () => {
  const outOfScope = fine['out of scope in a dry run']!;
  const [one, two, three, four, five] = outOfScope.steps;
  const [sales, contractors] = three.details.filters;
  const withFilters = (
    filters: Report['steps'][2]['details']['filters'],
    status: StepStatus = 'success',
  ): string =>
    show(
      {
        ...outOfScope,
        steps: [one, two, { ...three, status, details: { ...three.details, filters } }, four, five],
      },
      { width: 120 },
    );

  test('where one filter passes, the clauses of the others decided nothing and are not shown', () => {
    const passing = {
      ...sales!,
      result: true,
      clauses: sales!.clauses.map((clause) => ({ ...clause, result: true as const })),
    } as const;
    const shown = withFilters([passing, contractors!]);
    expect(shown).toMatch(/Sales staff +✓ 2 of 2 clauses hold/);
    expect(shown).toMatch(/Contractors +✗ 1 of 1 clauses fails/);
    expect(shown).not.toContain('employeeType EQUALS contractor');
  });

  test('unless there is something to warn of', () => {
    const passing = { ...sales!, result: true } as const;
    expect(withFilters([passing, contractors!], 'warning')).toContain('employeeType EQUALS contractor');
  });

  test('a filter without clauses is told as such', () => {
    expect(withFilters([{ ...sales!, result: true, clauses: [] }])).toMatch(
      /Sales staff +✓ passes: it has no clauses/,
    );
  });

  test('an undecided clause is marked as undecided', () => {
    const [first] = sales!.clauses;
    const undecided = {
      ...sales!,
      result: 'undecided',
      clauses: [{ ...first!, result: 'undecided', reason: 'too many steps' }],
    } as const;
    const shown = withFilters([undecided]);
    expect(shown).toMatch(/Sales staff +\? 1 of 1 clauses undecided/);
    expect(shown).toContain('? "sales"');
  });
});

describe('step 4', () => {
  const ambiguous = failing['ambiguous match']!;
  const withUsers = (users: Report['steps'][3]['details']['users']): string => {
    const [one, two, three, four, five] = ambiguous.steps;
    const ids = users.map(({ id }) => id);
    const attempts = four.details.attempts.map((attempt) => ({ ...attempt, ids }));
    return show(
      {
        ...ambiguous,
        steps: [one, two, three, { ...four, details: { ...four.details, users, attempts } }, five],
      },
      { details: 'all' },
    );
  };

  test('a target that returned everybody is shown by a few, and the others are counted', () => {
    const shown = withUsers(
      Array.from({ length: 500 }, (_, at) => ({ id: `u${at}`, properties: { userName: 'x' } })),
    );
    expect(shown).toContain('and 497 more users');
    expect(shown).toContain('u9, and 490 more');
  });

  test('an attribute that only one user has is null for the other, whatever its name', () => {
    const shown = withUsers([
      { id: 'a', properties: { constructor: 'x' } },
      { id: 'b', properties: {} },
    ]);
    expect(shown).toMatch(/constructor +"x" +null/);
  });
});

describe('a finding', () => {
  const [imported] = [failing['user not found']!.steps[1]];
  const [found] = imported.diagnostics;
  const withFinding = (rest: Partial<typeof found>): string =>
    show(reportWith({ diagnostics: [{ ...found!, ...rest }] }), { width: 120 });

  test.each([
    ['configuration', 'to fix in: configuration'],
    ['source', 'to fix in: source (Entra)'],
    ['target', 'to fix in: target'],
    ['network', 'to fix in: network'],
    ['tool', 'to fix in: this tool'],
  ] as const)('says who can act: %s', (blame, words) => {
    expect(withFinding({ blame })).toContain(words);
  });

  test('says where: line and column, else the pointer', () => {
    expect(withFinding({ at: [{ file: 'a.json', pointer: '/x', line: 4, column: 15 }] })).toContain(
      '▌ a.json:4:15 ·',
    );
    expect(withFinding({ at: [{ file: 'a.json', pointer: '/x' }] })).toContain('▌ a.json#/x ·');
    expect(withFinding({ at: [] })).toContain('▌ to fix in');
  });

  test('says where an assumption stands behind it (design, section 2, rule 5)', () => {
    expect(withFinding({ basis: 'assumed' })).toContain('assumed: the service does not document this');
    expect(withFinding({ basis: 'observed' })).not.toContain('assumed');
  });

  test('numbers its advice and leaves a frame as it is', () => {
    const advice = [
      { kind: 'frame', text: 'Mid([a],  9)\n          ^' },
      { kind: 'text', text: 'first' },
      { kind: 'command', text: 'ls' },
    ];
    expect(withFinding({ advice })).toContain(
      '  ▌    Mid([a],  9)\n  ▌              ^\n  ▌ 1  first\n  ▌ 2  $ ls\n',
    );
  });

  test('names nobody where there is nothing to do', () => {
    expect(withFinding({ severity: 'info', advice: [] })).not.toContain('to fix in');
    expect(withFinding({ severity: 'info' })).toContain('to fix in');
    expect(withFinding({ severity: 'warning', advice: [] })).toContain('to fix in');
  });

  test('why somebody is out of scope comes after other notes', () => {
    const outOfScope = fine['out of scope in a dry run']!;
    const [one, two, three, four, five] = outOfScope.steps;
    const note = { ...found!, severity: 'info', message: 'NOTED' } as const;
    const noted = {
      ...outOfScope,
      outcome: { ...outOfScope.outcome, reason: null },
      steps: [one, two, three, four, { ...five, diagnostics: [note] }],
    } as const;
    expect(show(noted, { width: 120, details: 'all' })).toMatch(/NOTED[^]*No scoping filter lets Dave in/);
    expect(show(noted)).toContain('No scoping filter lets Dave in');
  });

  test('what decided comes last, also where the reason is in the words of the service', () => {
    const decided = {
      ...found!,
      severity: 'info',
      message: 'DECIDED',
      service: ['NotEffectivelyEntitled'],
    } as const;
    const warning = { ...found!, severity: 'warning', message: 'WARNED' } as const;
    const text = show(
      reportWith({
        diagnostics: [decided, warning],
        outcome: { ...healthy.outcome, reason: 'NotEffectivelyEntitled' },
      }),
    );
    expect(text.indexOf('WARNED')).toBeLessThan(text.indexOf('DECIDED'));
  });
});
