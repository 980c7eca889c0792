import { diagnose, type Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { GraphRefusal } from '../../../diagnostics/families/graph.js';
import type { Exchange } from '../../../exchanges/exchange.js';
import { decodeToken } from '../sign-in/token-claims.js';
import type { GraphNeed, GraphReply } from '../graph-client.js';
import { judgeClock } from '../wire/clock-skew.js';
import { readJsonBody } from '../wire/json-answer.js';
import type { Spent } from '../wire/patience.js';
import type { Roots } from '../wire/roots.js';
import { readGraphError } from './graph-error.js';
import { permissions } from './permissions.js';

/** What is known of a request whose answer is read. */
export interface Asked {
  readonly need: GraphNeed;
  /** "GET /v1.0/users/alice@contoso.com", without its query */
  readonly name: string;
  readonly roots: Roots;
  readonly cloud: string;
  /** that went with it */
  readonly token: string;
  /** milliseconds since 1970, when the answer came */
  readonly now: number;
  readonly spent: Spent;
  /** where the limits of waiting ended it: the seconds that the answer asks for */
  readonly exhausted?: { readonly wanted: number | null };
}

/** An answer with its body already read, such as an entry of a batch has it. */
export interface ReadAnswer {
  readonly status: number;
  /** lower-case names */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Reads the exchange that decided. The exchanges of the reply are left to whoever sent it. */
export function readExchange({ answer, noAnswer }: Exchange, asked: Asked): GraphReply {
  const { host } = new URL(asked.roots.graph);
  const { name: request } = asked;
  if (answer === undefined) {
    const { kind, message: reason } = noAnswer ?? { kind: 'reset', message: '' };
    return trouble(diagnose('graph/no-answer', { host, request, kind, reason }));
  }
  const { status, headers } = answer;
  const body = readJsonBody(answer);
  if ('found' in body)
    return trouble(diagnose('graph/unreadable-answer', { host, request, status, found: body.found }));
  return readAnswer({ status, headers, body: body.value }, asked);
}

/** An answer of Graph as a reply; one that still asks to come again is trouble. */
export function readAnswer(answer: ReadAnswer, asked: Asked): GraphReply {
  const { status, headers, body } = answer;
  const { spent, exhausted } = asked;
  if (status >= 200 && status < 300) return reply(answer, undefined, []);
  const { code, detail, requestId, date } = readGraphError(body, headers);
  const trace = [requestId && `request-id ${requestId}`, date].filter((each) => each !== null).join(', ');
  const refusal: GraphRefusal = {
    host: new URL(asked.roots.graph).host,
    request: asked.name,
    status,
    code,
    detail,
    trace: trace === '' ? null : trace,
  };
  const tries = spent.retries + 1;
  if (exhausted !== undefined && (status === 429 || status === 503))
    return trouble(diagnose('graph/throttled', { ...refusal, ...exhausted, tries, waited: spent.seconds }));
  return reply(answer, code ?? undefined, explain(refusal, answer, asked, tries));
}

function explain(
  refusal: GraphRefusal,
  { status, headers }: ReadAnswer,
  asked: Asked,
  tries: number,
): readonly Diagnostic[] {
  switch (status) {
    case 400:
      return [diagnose('graph/bad-request', refusal)];
    case 401:
      return [explainRefusedToken(refusal, asked), ...judgeClock(headers, refusal.host, asked.now)];
    case 403: {
      const { claims } = decodeToken(asked.token, asked.now);
      return [diagnose('graph/forbidden', { ...refusal, ...claims, ...permissions[asked.need] })];
    }
    case 404:
      return [diagnose('graph/not-found', refusal)];
    case 424:
      return [diagnose('graph/dependency-failed', refusal)];
    default:
      return [
        status === 429 || status === 500 || (status >= 502 && status <= 504)
          ? diagnose('graph/unavailable', { ...refusal, tries })
          : diagnose('graph/refused', refusal),
      ];
  }
}

/** Microsoft Graph by its application id, which tokens may name as their audience (Microsoft's first-party applications). */
const graphAppId = '00000003-0000-0000-c000-000000000000';

function explainRefusedToken(refusal: GraphRefusal, { token, now, roots, cloud }: Asked): Diagnostic {
  const { claims } = decodeToken(token, now);
  const { audience } = claims;
  const root = roots.resource;
  const wrongAudience = audience !== null && audience !== graphAppId && audience.replace(/\/+$/, '') !== root;
  return diagnose('graph/unauthorized', { ...refusal, ...claims, cloud, root, wrongAudience });
}

function trouble(diagnostic: Diagnostic): GraphReply {
  return { status: undefined, diagnostics: [diagnostic], exchanges: [] };
}

function reply(
  { status, body }: ReadAnswer,
  errorCode: string | undefined,
  diagnostics: readonly Diagnostic[],
): GraphReply {
  return { status, body: body ?? null, errorCode, diagnostics, exchanges: [] };
}
