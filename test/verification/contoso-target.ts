import { contoso, fixture } from '../provision/contoso.js';
import type { Exchange, TargetRequest } from '../../src/exchanges/exchange.js';
import type { Verification } from '../../src/report/verification.js';
import { openFixtureTarget } from '../../src/target/fixture/index.js';
import type { Target } from '../../src/target/target.js';
import { verifyTarget, type VerifyRequest } from '../../src/verification/index.js';

/** The target of the bundled tenant in memory, with what went over its wire. */
export interface MemoryTarget extends Target {
  readonly sent: readonly TargetRequest[];
  /** the resources as they are kept now */
  kept(): unknown[];
}

/** What happens to a request on its way; undefined lets it pass. */
export type Intervene = (
  request: TargetRequest,
  pass: () => Promise<Exchange>,
) => Promise<Exchange> | undefined;

export function openContoso(quirks: readonly string[] = [], intervene?: Intervene): MemoryTarget {
  const document = JSON.parse(new TextDecoder().decode(fixture('target.json'))) as { Resources: unknown[] };
  let saved = JSON.stringify({ ...document, quirks });
  let ids = 0;
  const inner = openFixtureTarget({
    bytes: new TextEncoder().encode(saved),
    file: 'target.json',
    newId: () => `new-${String((ids += 1))}`,
    now: () => 0,
    save: (text) => {
      saved = text;
      return Promise.resolve();
    },
  }).value!;
  const sent: TargetRequest[] = [];
  return {
    name: inner.name,
    plan: (request) => inner.plan(request),
    send(request, signal) {
      sent.push(request);
      const pass = (): Promise<Exchange> => inner.send(request, signal);
      return intervene?.(request, pass) ?? pass();
    },
    sent,
    kept: () => (JSON.parse(saved) as { Resources: unknown[] }).Resources,
  };
}

/** Verifies a target with the job of the bundled tenant, with consent. */
export function verify(target: Target, options: Partial<VerifyRequest> = {}): Promise<Verification> {
  let guids = 0;
  return verifyTarget({
    job: contoso,
    target,
    cycleDialect: 'default',
    dryRun: false,
    newGuid: () => `00000000-0000-4000-8000-${String((guids += 1)).padStart(12, '0')}`,
    now: 0,
    seed: 'test',
    toolVersion: '0.0.0',
    diagnostics: [],
    askConsent: () => Promise.resolve('given'),
    beforeWrite: () => undefined,
    signal: new AbortController().signal,
    cleanUpSignal: () => new AbortController().signal,
    ...options,
  });
}

export const idsOf = (
  { requirements }: Verification,
  verdict: Verification['requirements'][number]['verdict'],
): string[] => requirements.filter((each) => each.verdict === verdict).map(({ id }) => id);

/** Codes of what was found about a requirement. */
export const codesIn = ({ requirements }: Verification, requirement: string): string[] =>
  requirements
    .filter(({ id }) => id === requirement)
    .flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code));
