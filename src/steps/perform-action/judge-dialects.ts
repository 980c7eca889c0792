import type { Job } from '../../job/index.js';
import type { Exchange, TargetRequest } from '../../exchanges/exchange.js';
import type { DialectBody, Understanding } from '../../report/report.js';
import { type Dialect, readScimError, type ScimError } from '../../scim/index.js';
import type { RefusedParts } from './find-refused-parts.js';
import type { Row } from './row.js';
import { judgeKept } from './check-kept.js';

/** The PATCH requests of an action as each dialect writes them. */
export type DialectPlans = Readonly<Record<Dialect, readonly TargetRequest[]>>;

/** What became of the PATCH requests of a run. */
export interface DialectEvidence {
  /** the dialect that was spoken */
  readonly spoken: Dialect;
  readonly exchanges: readonly Exchange[];
  readonly kind: Job['kind'];
  readonly rows: readonly Row[];
  /** the resource as it was seen afterwards */
  readonly stored: unknown;
  readonly findParts: (request: TargetRequest, error: ScimError | undefined) => RefusedParts;
}

interface Verdict {
  readonly understood: Understanding;
  readonly evidence: string;
}

/**
 * Both dialects of what an action sends by PATCH, each with what this target's answers say about it. Nothing is asked for it: what
 * counts is the answer to the PATCH that was sent, and the words of a refusal. None where nothing goes by PATCH.
 * Source: assumed, after the differences in "Known issues and resolutions with SCIM 2.0 protocol compliance".
 */
export function judgeDialects(plans: DialectPlans, evidence: DialectEvidence): DialectBody[] {
  if (plans.default.length === 0) return [];
  const { spoken } = evidence;
  const verdicts = judge(plans, evidence);
  return (['default', 'compliant'] as const).map((dialect) => ({
    dialect,
    spoken: dialect === spoken,
    requests: plans[dialect].map(({ method, path, body }) => ({ method, path, body })),
    ...verdicts[dialect === spoken ? 'spoken' : 'other'],
  }));
}

const untried: Verdict = { understood: 'unknown', evidence: 'not sent in this run' };

function judge(
  plans: DialectPlans,
  evidence: DialectEvidence,
): { readonly spoken: Verdict; readonly other: Verdict } {
  const patches = evidence.exchanges.filter(
    ({ request, planned, answer }) => request.method === 'PATCH' && !planned && answer !== undefined,
  );
  const refused = patches.find(({ answer }) => answer !== undefined && answer.status >= 300);
  if (refused !== undefined) return judgeRefusal(refused, plans, evidence);
  const last = patches.at(-1)?.answer;
  if (last === undefined) return { spoken: untried, other: untried };
  return { spoken: judgeSuccess(last.status, evidence), other: untried };
}

function judgeSuccess(status: number, { rows, stored, kind }: DialectEvidence): Verdict {
  const kept = rows.flatMap((row) => {
    const verdict = judgeKept(row, stored, kind);
    return verdict === null
      ? []
      : [{ name: row.flow.target, lost: ['dropped', 'ignored'].includes(verdict) }];
  });
  const lost = kept.filter((one) => one.lost).map(({ name }) => name);
  const answered = `answered with ${String(status)}`;
  if (kept.length === 0)
    return { understood: 'likely', evidence: `${answered}; what was stored was not seen` };
  if (lost.length === 0) return { understood: 'yes', evidence: `${answered}, and every value arrived` };
  return {
    understood: lost.length === kept.length ? 'no' : 'partly',
    evidence: `${answered}, and did not take ${lost.join(', ')}`,
  };
}

/** What a refusal tells of the dialect that was sent, and of the other. */
function judgeRefusal(
  { request, answer }: Exchange,
  plans: DialectPlans,
  { spoken, findParts }: DialectEvidence,
): { readonly spoken: Verdict; readonly other: Verdict } {
  const status = answer?.status ?? 0;
  const error = answer === undefined ? undefined : readScimError(answer);
  const words = error?.detail ?? '';
  const said = `answered with ${String(status)}${words === '' ? '' : `: "${words}"`}`;
  const no = (because: string): Verdict => ({ understood: 'no', evidence: `${said}; ${because}` });
  if (status !== 400 && status !== 422) {
    return {
      spoken: { understood: 'unknown', evidence: `${said}, which is not about the dialect` },
      other: untried,
    };
  }
  const { suspects } = findParts(request, error);
  const likely = (evidence: string): Verdict => ({ understood: 'likely', evidence });
  const texts = suspects.filter(({ value }) => /^"(?:true|false)"$/i.test(value));
  if (spoken === 'default' && texts.length > 0)
    return { spoken: no('its booleans are texts'), other: likely('its booleans are JSON booleans') };
  if (spoken === 'default' && /\bop\b|operation/i.test(words) && /\b(?:Add|Replace|Remove)\b/.test(words))
    return { spoken: no('its operations are capital'), other: likely('its operations are in small letters') };
  if (spoken === 'compliant' && hasPathless(request) && /\bpath\b/i.test(words) && suspects.every(isFlat))
    return {
      spoken: no('one of its operations has no path'),
      other: likely('every operation of it has a path'),
    };
  if (suspects.some(({ path }) => path.includes('['))) {
    const shared = suspects.some(({ path }) => JSON.stringify(plans).includes(JSON.stringify(path)));
    return {
      spoken: no('a path with a filter is not understood'),
      other: shared ? { understood: 'no', evidence: 'it has the same path with a filter' } : untried,
    };
  }
  return {
    spoken: { understood: 'unknown', evidence: `${said}, which does not say that it is about the dialect` },
    other: untried,
  };
}

const isFlat = ({ path }: { readonly path: string }): boolean => !path.includes('[');

const hasPathless = ({ body }: TargetRequest): boolean => {
  const { Operations } = body as { readonly Operations?: readonly { readonly path?: unknown }[] };
  return Operations?.some(({ path }) => path === undefined) ?? false;
};
