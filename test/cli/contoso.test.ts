import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/report/report.js';
import { Workbench } from './run-tool.js';

/** What each user of the fixture is there for, derived from the references and not from running the tool. */
interface Expectation {
  readonly id: string;
  readonly upn: string;
  readonly story: string;
  readonly inScope: boolean | null;
  readonly action: string;
  readonly status: string;
  readonly reason?: string;
  readonly matches: number;
  readonly changed?: readonly string[];
  readonly reactivates?: boolean;
  readonly row: number | string | readonly number[];
}

const expectations = JSON.parse(
  readFileSync(new URL('../../fixtures/contoso/expectations.json', import.meta.url), 'utf8'),
) as Expectation[];
const users = expectations.map((one) => [one.upn, one] as const);

const bench = { current: undefined as Workbench | undefined };
const open = (): Workbench => (bench.current = new Workbench());
afterEach(() => {
  bench.current?.remove();
});

const select = ({ id }: Expectation): string[] => [
  '--id',
  id,
  '--seed',
  'contoso',
  '--now',
  '2026-11-24T12:00:00Z',
  '-o',
  'json',
];
const reportOf = (stdout: string): Report => JSON.parse(stdout) as Report;
const writes = ({ exchanges }: Report) =>
  exchanges
    .filter(({ method }) => method !== 'GET')
    .map(({ method, url, requestBody }) => ({ method, url, requestBody }));

/** Users whose story is trouble; everybody else is healthy and gives no finding. */
const findings: Readonly<Record<string, readonly string[]>> = {
  'oskar@contoso.com': ['action/reference-unresolved'],
  'petra@contoso.com': ['expression/several-roles'],
  'rita@contoso.com': ['scope/role-not-entitling'],
  'wanda@contoso.com': ['match/ambiguous'],
  'xaver@contoso.com': ['match/ambiguous'],
};

const findingsOf = ({ diagnostics, steps }: Report): string[] =>
  [...diagnostics, ...steps.flatMap((step) => step.diagnostics)]
    .filter(({ severity }) => severity !== 'info')
    .map(({ code }) => code);

describe('every user of the Contoso fixture', () => {
  test.each(users)('%s: preview, run, and run again', async (upn, one) => {
    const workbench = open();
    const untouched = workbench.snapshot();
    const preview = await workbench.run([...select(one), '--dry-run']);
    expect(preview.stderr).toBe('');
    const planned = reportOf(preview.stdout);

    // It comes to what the references say.
    const { outcome, steps } = planned;
    expect({ action: outcome.action, status: outcome.status }).toEqual({
      action: one.action,
      status: one.status,
    });
    expect(outcome.reactivates).toBe(one.reactivates ?? false);
    if (one.inScope !== null) expect(steps[2].details.inScope).toBe(one.inScope);
    expect(Math.max(0, ...steps[3].details.attempts.map(({ ids }) => ids.length))).toBe(one.matches);
    const words = [
      outcome.reason,
      ...steps.flatMap((step) => step.diagnostics.flatMap(({ service }) => service)),
    ];
    if (one.reason !== undefined) expect(words).toContain(one.reason);
    if (one.changed !== undefined) {
      expect(planned.modifiedProperties.map(({ displayName }) => displayName)).toEqual(one.changed);
    }
    // A healthy run has no findings.
    expect(findingsOf(planned)).toEqual(findings[upn] ?? []);
    // After a dry run nothing anywhere has changed.
    expect(workbench.snapshot()).toEqual(untouched);

    // The real run sends what the dry run planned.
    const real = reportOf((await workbench.run([...select(one), '--yes'])).stdout);
    expect({ action: real.outcome.action, status: real.outcome.status }).toEqual({
      action: one.action,
      status: one.status,
    });
    const id = one.action === 'create' ? createdId(real) : '{id}';
    expect(writes(real)).toEqual(
      writes(planned).map((request) => ({ ...request, url: request.url.replace('{id}', id) })),
    );
    expect(real.exchanges.filter((exchange) => exchange.planned)).toEqual([]);
    expect(real.exchanges.filter(({ status }) => status === null || status > 299)).toEqual([]);

    // A second real run is a skip, and changes nothing.
    const after = workbench.snapshot();
    const second = reportOf((await workbench.run([...select(one), '--yes'])).stdout);
    expect(second.outcome.action).toBe(one.status === 'failure' ? one.action : 'skip');
    expect(workbench.snapshot()).toEqual(after);
  });
});

function createdId({ exchanges }: Report): string {
  const created = exchanges.find(({ method }) => method === 'POST')?.responseBody as
    { id?: string } | null | undefined;
  return created?.id ?? '';
}
