import { diagnose } from '../../../diagnostics/diagnostic.js';
import { decodeToken, formatTime } from './token-claims.js';
import { failed, type Way } from './way.js';

/** Clocks may differ by as much as Microsoft's libraries for services tolerate by default. */
const tolerance = 300_000;

/**
 * A token that the user has: without blanks around it and without a pasted "Bearer ". One that says that it has expired is
 * not sent.
 * @param clock milliseconds since 1970
 */
export function useGivenToken(pasted: string, clock: () => number): Way {
  const token = pasted.trim().replace(/^bearer(?:\s+|$)/i, '');
  return {
    renewable: false,
    secrets: () => [token],
    obtain() {
      if (token === '') return Promise.resolve(failed([diagnose('sign-in/token-empty', {})]));
      if (!/^[\x21-\x7e]+$/.test(token))
        return Promise.resolve(failed([diagnose('sign-in/token-garbled', {})]));
      const now = clock();
      const { end } = decodeToken(token, now);
      if (end !== undefined && end + tolerance <= now) {
        const args = { expiredAt: formatTime(end), now: formatTime(now) };
        return Promise.resolve(failed([diagnose('sign-in/token-expired', args)]));
      }
      // Its end is left to Graph: there is no other token to turn to.
      return Promise.resolve({ token: { token, end: undefined }, exchanges: [] });
    },
  };
}
