import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';
import { asksForPassword } from '../../exchanges/challenge.js';
import type { Answer, Exchange } from '../../exchanges/exchange.js';
import { diagnoseAnswer, excerpt, isScimError, readList, readScimError } from '../../scim/index.js';
import { baseOf, baseOfRedirect, suggestBases } from './tenant-path.js';
import { leadsToSignIn, readWebPage } from './web-page.js';

/** How the target answered the probe: in one word or two, and what there is to say. */
export interface ProbeJudgement {
  readonly verdict: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** What is known of the target besides its answer. */
export interface ProbeFacts {
  /** its name, for messages */
  readonly target: string;
  /** what the probe filtered on */
  readonly attribute: string;
  /** when the token expired by its own words, ISO 8601; null where it did not, or does not say */
  readonly expiredAt: string | null;
  /** whether the application has an interactive OAuth grant */
  readonly isInteractive: boolean;
}

/**
 * Tells apart what a probe can meet.
 * Source: "On-demand provisioning in Microsoft Entra ID", step 1, and the error codes of SCIM jobs in provisioning logs.
 */
export function judgeProbe(exchange: Exchange, facts: ProbeFacts): ProbeJudgement {
  const { answer, noAnswer, request } = exchange;
  const { target } = facts;
  const where = { target, request: `${request.method} ${request.path.split('?')[0] ?? ''}` };
  if (answer === undefined) {
    const kind = noAnswer?.kind ?? 'reset';
    const reason = noAnswer?.message ?? '';
    const fault = noAnswer?.tls;
    return refused(
      'no answer',
      fault === undefined
        ? diagnose('connection/no-answer', { ...where, kind, reason })
        : diagnose('connection/certificate', { ...where, fault, reason }),
    );
  }
  const { status } = answer;
  const detail = readScimError(answer)?.detail ?? null;
  const page = readWebPage(answer);
  if (status !== 401 && (page === 'signIn' || page === 'firewall')) {
    const args = { ...where, status, excerpt: excerpt(answer.body) };
    return page === 'signIn'
      ? refused('a sign-in page', diagnose('connection/sign-in-page', args))
      : refused('a firewall page', diagnose('connection/firewall-page', args));
  }
  if (status === 401 || status === 403) return judgeRefusal(exchange, answer, where, facts);
  if (status >= 300 && status < 400) return judgeRedirect(exchange, answer, where);
  switch (status) {
    case 200:
      return judgeList(exchange, answer, where);
    case 404: {
      const base = baseOf(exchange.url, request.path);
      const args = { ...where, detail, isScim: isScimError(answer), base, tries: suggestBases(base) };
      return refused('not found', diagnose('connection/not-found', args));
    }
    case 400:
      return refused(
        'filter refused',
        diagnose('connection/filter-refused', { ...where, attribute: facts.attribute, detail }),
      );
    case 429: {
      const seconds = /^\d+$/.exec(answer.headers['retry-after'] ?? '');
      const args = { ...where, detail, seconds: seconds === null ? null : Number(seconds[0]) };
      return refused('throttled', diagnose('connection/throttled', args));
    }
    default: {
      const args = { ...where, status, detail };
      return status >= 500
        ? refused('server error', diagnose('connection/server-error', args))
        : refused('unexpected status', diagnose('connection/unexpected-status', args));
    }
  }
}

interface Where {
  readonly target: string;
  readonly request: string;
}

function judgeRefusal(
  exchange: Exchange,
  answer: Answer,
  where: Where,
  { expiredAt, isInteractive }: ProbeFacts,
): ProbeJudgement {
  const wantsPassword = asksForPassword(exchange);
  const refusal = diagnose('connection/unauthorized', {
    ...where,
    status: answer.status,
    challenge: answer.headers['www-authenticate'] ?? null,
    detail: readScimError(answer)?.detail ?? null,
    // A fixture target has no credential, and its URL no host that one could be sent to.
    sent: exchange.requestHeaders.authorization !== undefined || !/^https?:/.test(exchange.url),
    wantsPassword,
    expiredAt,
    isInteractive,
  });
  const { target } = where;
  const asks = wantsPassword ? [diagnose('network/basic-challenge', { target })] : [];
  return { verdict: 'not authorised', diagnostics: [refusal, ...asks] };
}

function judgeRedirect({ url, request }: Exchange, answer: Answer, where: Where): ProbeJudgement {
  const location = answer.headers.location ?? null;
  const base = location === null ? null : baseOfRedirect(url, location, request.path);
  const toSignIn = base === null && location !== null && leadsToSignIn(location);
  return refused(
    'redirected',
    diagnose('connection/redirected', { ...where, status: answer.status, location, base, toSignIn }),
  );
}

function judgeList({ request }: Exchange, answer: Answer, where: Where): ProbeJudgement {
  const list = readList(answer);
  if (list.kind === 'unfit') return refused('not SCIM', diagnoseAnswer(list.problem, request));
  if (list.resources.length === 0) return { verdict: 'authorised', diagnostics: [] };
  const count = list.resources.length;
  return refused('filter ignored', diagnose('connection/finds-somebody', { ...where, count }));
}

const refused = (verdict: string, diagnostic: Diagnostic): ProbeJudgement => ({
  verdict,
  diagnostics: [diagnostic],
});
