import type { Answer } from '../exchanges/exchange.js';

/**
 * The seconds that an answer asks to wait: `Retry-After` as a number or as a date (RFC 9110 section 10.2.3), undefined
 * without a usable one. A date counts from the server's own `Date` where it gives one, so that clocks may differ.
 * @param now milliseconds since 1970
 */
export function readRetryAfter({ headers }: Answer, now: number): number | undefined {
  const value = headers['retry-after']?.trim();
  if (value === undefined || value === '') return undefined;
  if (/^\d+$/.test(value)) return Number(value);
  // A date names its month; Date.parse would also take "-5" or "1.5" for one.
  const until = /[a-z]{3}/i.test(value) ? Date.parse(value) : NaN;
  if (Number.isNaN(until)) return undefined;
  const said = Date.parse(headers.date ?? '');
  return Math.max(0, Math.ceil((until - (Number.isNaN(said) ? now : said)) / 1000));
}
