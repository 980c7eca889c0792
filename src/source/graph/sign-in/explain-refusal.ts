import { aadstsNumbers } from '../../../diagnostics/aadsts.js';
import { diagnose, type Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { SignInRefusals } from '../../../diagnostics/families/sign-in-refusal.js';
import type { Exchange } from '../../../exchanges/exchange.js';
import { judgeClock } from '../wire/clock-skew.js';
import { readJsonBody } from '../wire/json-answer.js';
import { readTokenError } from './token-error.js';

/** Who asked for a token, and where. */
export interface Applicant {
  readonly tenant: string | undefined;
  readonly clientId: string | undefined;
  readonly cloud: string;
}

/** OAuth errors without a number, by what they mean (Graph reference, section 2). */
const byWord: ReadonlyMap<string, keyof SignInRefusals> = new Map([
  ['invalid_scope', 'sign-in/bad-scope'],
  ['invalid_resource', 'sign-in/unknown-resource'],
  ['invalid_tenant', 'sign-in/unknown-tenant'],
  ['consent_required', 'sign-in/consent-missing'],
  ['invalid_request', 'sign-in/malformed-request'],
  ['temporarily_unavailable', 'sign-in/service-fault'],
  ['server_error', 'sign-in/service-fault'],
]);

/** Refusals that a wrong clock may have caused. */
const dependsOnTime: ReadonlySet<string> = new Set<keyof SignInRefusals>([
  'sign-in/assertion-time',
  'sign-in/certificate-refused',
]);

/**
 * Why an exchange with a token service gave no token.
 * @param now milliseconds since 1970, when the answer came
 */
export function explainRefusal(
  { answer, noAnswer, url }: Exchange,
  applicant: Applicant,
  now: number,
): readonly Diagnostic[] {
  const { host } = new URL(url);
  if (answer === undefined) {
    const { kind, message: reason } = noAnswer ?? { kind: 'reset', message: '' };
    return [diagnose('sign-in/no-answer', { host, kind, reason })];
  }
  const { status } = answer;
  const body = readJsonBody(answer);
  if ('found' in body) return [diagnose('sign-in/unreadable-answer', { host, status, found: body.found })];
  const said = readTokenError(answer);
  const known = said.number === null ? undefined : aadstsNumbers.get(said.number);
  const code = known?.code ?? chooseByWord(said.error, status);
  if (code === undefined)
    return [diagnose('sign-in/unreadable-answer', { host, status, found: 'no access_token in its JSON' })];
  const { tenant = null, clientId = null, cloud } = applicant;
  const unsure = known?.basis === 'assumed';
  return [
    diagnose(code, { host, ...said, unsure, tenant, clientId, cloud }),
    ...(dependsOnTime.has(code) ? judgeClock(answer.headers, host, now) : []),
  ];
}

/** Microsoft advises programs to go by the word; the number only refines. Undefined for an answer that is no error. */
function chooseByWord(error: string | null, status: number): keyof SignInRefusals | undefined {
  const code = error === null ? undefined : byWord.get(error);
  if (code !== undefined) return code;
  if (status === 429) return 'sign-in/throttled';
  if (status >= 500) return 'sign-in/service-fault';
  return error === null && status < 400 ? undefined : 'sign-in/refused';
}
