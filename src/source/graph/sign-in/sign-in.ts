import type { AccessToken, Obtained, Way } from './way.js';

/** The sign-in of one run: one token, whatever the number of requests. */
export interface SignIn {
  /** every secret so far, for the mask */
  secrets(): readonly string[];
  /** The token; the exchanges come with the call that caused them. A sign-in that failed is not tried again. */
  token(signal: AbortSignal): Promise<Obtained>;
  /** whether another token can be had */
  readonly renewable: boolean;
  /** Another token in the place of one that was refused; undefined where none can be had. */
  renew(refused: string, signal: AbortSignal): Promise<Obtained> | undefined;
}

/**
 * Keeps the token of a way to sign in until shortly before its end.
 * @param clock milliseconds since 1970
 */
export function createSignIn(way: Way, clock: () => number): SignIn {
  const tokens = new Set<string>();
  let held: { readonly token: AccessToken; readonly until: number } | undefined;
  let failure: Obtained | undefined;
  let underWay: Promise<Obtained> | undefined;

  async function obtain(signal: AbortSignal): Promise<Obtained> {
    const obtained = await way.obtain(signal);
    if (obtained.token === undefined) {
      // One that was stopped says nothing of the next.
      if (!signal.aborted) failure = { ...obtained, exchanges: [] };
      return obtained;
    }
    tokens.add(obtained.token.token);
    held = { token: obtained.token, until: renewalTime(obtained.token, clock()) };
    return obtained;
  }

  async function join(signal: AbortSignal): Promise<Obtained> {
    if (underWay !== undefined) return { ...(await underWay), exchanges: [] };
    underWay = obtain(signal).finally(() => {
      underWay = undefined;
    });
    return underWay;
  }

  return {
    renewable: way.renewable,
    secrets: () => [...way.secrets(), ...tokens],
    token(signal) {
      if (failure !== undefined) return Promise.resolve(failure);
      return held !== undefined && clock() < held.until
        ? Promise.resolve({ token: held.token, exchanges: [] })
        : join(signal);
    },
    renew(refused, signal) {
      if (!way.renewable) return undefined;
      if (failure !== undefined) return Promise.resolve(failure);
      if (held !== undefined && held.token.token !== refused)
        return Promise.resolve({ token: held.token, exchanges: [] });
      held = undefined;
      return join(signal);
    },
  };
}

/** Five minutes before the end, as Microsoft's own libraries do, or at half of a shorter life. */
function renewalTime({ end }: AccessToken, now: number): number {
  return end === undefined ? Infinity : Math.max(end - 300_000, now + (end - now) / 2);
}
