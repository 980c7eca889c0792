import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Answer, Exchange } from '../../exchanges/exchange.js';
import {
  diagnoseAnswer,
  readResource,
  readScimError,
  type ScimError,
  type ScimResource,
} from '../../scim/index.js';
import type { FindRefusedParts } from './find-refused-parts.js';

/** What a write came to. */
export interface WriteOutcome {
  readonly done: boolean;
  /** the resource, where the answer holds one */
  readonly resource: ScimResource | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the answer to a create or a PATCH. A create must be answered with a resource that has an id, or nothing can be done
 * with the account afterwards; a PATCH may be answered with nothing.
 *
 * Source: "Tutorial: develop a SCIM endpoint"; the reading of each status follows provisioning error codes and public logs.
 */
export function readWriteAnswer(
  exchange: Exchange,
  target: string,
  findParts: FindRefusedParts,
): WriteOutcome {
  const { answer, noAnswer, request } = exchange;
  const what = { target, method: request.method, path: request.path };
  if (answer === undefined) {
    const args = { ...what, kind: noAnswer?.kind ?? 'reset', reason: noAnswer?.message ?? '' };
    return failed(diagnose('action/no-answer', args));
  }
  if (answer.status < 200 || answer.status > 299) {
    const error = readScimError(answer);
    const { operations, suspects, at } = findParts(request, error);
    const refusal = {
      ...what,
      status: answer.status,
      detail: error?.detail ?? null,
      scimType: error?.scimType ?? null,
      operations,
      suspects,
      asked: [],
    };
    const code = refusalCode(answer, request.method, error);
    return failed(
      code === 'action/conflict'
        ? diagnose(code, { ...refusal, inTheWay: [] }, at)
        : diagnose(code, refusal, at),
    );
  }
  const reading = readResource(answer);
  if (reading.kind === 'resource') return { done: true, resource: reading.resource, diagnostics: [] };
  if (request.method !== 'POST') {
    if (reading.kind === 'none') return { done: true, resource: undefined, diagnostics: [] };
    return {
      done: true,
      resource: undefined,
      diagnostics: [{ ...diagnoseAnswer(reading.problem, request), severity: 'warning' }],
    };
  }
  if (reading.kind === 'none')
    return failed(diagnose('action/created-without-answer', { ...what, status: answer.status }));
  return failed(diagnoseAnswer(reading.problem, request));
}

const failed = (diagnostic: Diagnostic): WriteOutcome => ({
  done: false,
  resource: undefined,
  diagnostics: [diagnostic],
});

type Refusal =
  | 'action/conflict'
  | 'action/refused-as-conflict'
  | 'action/rejected'
  | 'action/no-licence'
  | 'action/too-large'
  | 'action/media-type-refused'
  | 'action/gateway-error'
  | 'action/account-gone'
  | 'action/not-allowed'
  | 'action/method-not-supported'
  | 'action/unprocessable'
  | 'action/throttled'
  | 'action/server-error'
  | 'action/unexpected-status';

/** A 409 is not always about a duplicate (public Q&A: "User must be Active", a missing field). */
const tellsOfDuplicate = /exist|taken|in use|uniq|duplicat|conflict|already/i;

/** Statuses with which targets say that there is no licence; which one is not agreed upon (assumed). */
const licenceStatuses: readonly number[] = [400, 402, 403, 409, 422];

function refusalCode({ status, body }: Answer, method: string, error: ScimError | undefined): Refusal {
  const tellsOfLicence = /licen[cs]e|\bseats?\b|\bquota\b/i.test(error?.detail ?? '');
  if (tellsOfLicence && licenceStatuses.includes(status)) return 'action/no-licence';
  switch (status) {
    case 400:
      return 'action/rejected';
    case 401:
    case 403:
      return 'action/not-allowed';
    case 404:
      return method === 'POST' ? 'action/unexpected-status' : 'action/account-gone';
    case 405:
    case 501:
      return 'action/method-not-supported';
    case 409:
      return tellsOfDuplicate.test(error?.detail ?? 'exists')
        ? 'action/conflict'
        : 'action/refused-as-conflict';
    case 413:
      return 'action/too-large';
    case 415:
      return 'action/media-type-refused';
    case 422:
      return 'action/unprocessable';
    case 429:
      return 'action/throttled';
    default:
      if (status < 500) return 'action/unexpected-status';
      return /^\s*</.test(body) ? 'action/gateway-error' : 'action/server-error';
  }
}
