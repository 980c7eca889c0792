import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';
import { asksForPassword } from '../../exchanges/challenge.js';
import type { Exchange } from '../../exchanges/exchange.js';
import { diagnoseAnswer, readList, readScimError } from '../../scim/index.js';

/** How the target answered the probe: in one word or two, and what there is to say. */
export interface ProbeJudgement {
  readonly verdict: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Tells apart what a probe can meet.
 * Source: "On-demand provisioning in Microsoft Entra ID", step 1, and the error codes of SCIM jobs in provisioning logs.
 */
export function judgeProbe(exchange: Exchange, target: string): ProbeJudgement {
  const { answer, noAnswer, request } = exchange;
  const where = { target, request: `${request.method} ${request.path.split('?')[0] ?? ''}` };
  if (answer === undefined) {
    const kind = noAnswer?.kind ?? 'reset';
    const args = { ...where, kind, reason: noAnswer?.message ?? '' };
    return { verdict: 'no answer', diagnostics: [diagnose('connection/no-answer', args)] };
  }
  const { status } = answer;
  const detail = readScimError(answer)?.detail ?? null;
  if (status === 401 || status === 403) {
    const challenge = answer.headers['www-authenticate'] ?? null;
    const refusal = refused(
      'not authorised',
      diagnose('connection/unauthorized', { ...where, status, challenge, detail }),
    );
    return asksForPassword(exchange)
      ? { ...refusal, diagnostics: [...refusal.diagnostics, diagnose('network/basic-challenge', { target })] }
      : refusal;
  }
  if (status === 404) return refused('not found', diagnose('connection/not-found', { ...where, detail }));
  if (status === 400)
    return refused('filter refused', diagnose('connection/filter-refused', { ...where, detail }));
  if (status >= 300 && status < 400) {
    const location = answer.headers.location ?? null;
    return refused('redirected', diagnose('connection/redirected', { ...where, status, location }));
  }
  if (status !== 200) {
    return refused(
      'unexpected status',
      diagnose('connection/unexpected-status', { ...where, status, detail }),
    );
  }
  const list = readList(answer);
  if (list.kind === 'unfit') {
    return refused('not SCIM', diagnoseAnswer(list.problem, request));
  }
  if (list.resources.length === 0) return { verdict: 'authorised', diagnostics: [] };
  const count = list.resources.length;
  return refused('filter ignored', diagnose('connection/finds-somebody', { ...where, count }));
}

const refused = (verdict: string, diagnostic: Diagnostic): ProbeJudgement => ({
  verdict,
  diagnostics: [diagnostic],
});
