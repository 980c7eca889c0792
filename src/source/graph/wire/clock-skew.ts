import { diagnose, type Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { Answer } from '../../../exchanges/exchange.js';

/** A difference of clocks below this, in seconds, is nobody's trouble: what Microsoft's libraries tolerate by default. */
const tolerated = 300;

/**
 * Says that the clock of this machine is wrong, where the `Date` of an answer (RFC 9110 section 6.6.1) tells so.
 * @param now milliseconds since 1970, when the answer came
 */
export function judgeClock(headers: Answer['headers'], host: string, now: number): readonly Diagnostic[] {
  const { date: serverTime = '' } = headers;
  const seconds = Math.round((now - Date.parse(serverTime)) / 1000);
  return Number.isNaN(seconds) || Math.abs(seconds) <= tolerated
    ? []
    : [diagnose('graph/clock-skew', { host, seconds, serverTime })];
}
