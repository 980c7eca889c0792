import type { AuthenticationResult } from '@azure/msal-node';
import { diagnose, type Diagnostic } from '../../../diagnostics/diagnostic.js';
import { explainAbort } from '../../../http/index.js';
import type { Roots } from '../wire/roots.js';
import type { Line } from '../wire/deliver.js';
import { type Applicant, explainRefusal } from './explain-refusal.js';
import { openTraffic, type Traffic, type TrafficOptions } from './traffic.js';
import { failed, type Obtained } from './way.js';

/** What the ways through MSAL have in common. */
export interface MsalOptions {
  readonly line: Line;
  readonly roots: Roots;
  readonly applicant: Applicant;
}

/** The scope that asks for everything that was consented to; always the cloud's, whatever the settings override. */
export const scopeOf = ({ resource }: Roots): string => `${resource}/.default`;

/**
 * The authority as MSAL shall know it: the cloud's own. It has the metadata of the clouds built in, so that the first request
 * is already the one for the token, and signs assertions for that audience; `relocate` leads the request to where the
 * settings want it. Source: observed with msal-node 7.2.3.
 */
export const authorityOf = ({ roots, applicant }: MsalOptions): string =>
  `${roots.cloudAuthority}/${encodeURIComponent(applicant.tenant ?? '')}`;

/** From the address of the cloud's authority, under whichever of its names, to the authority of the settings. */
export function relocateTo({ cloudAuthority, authority }: Roots): (url: string) => string {
  if (authority === cloudAuthority) return (url) => url;
  return (url) => `${authority}${url.slice(new URL(url).origin.length)}`;
}

/**
 * Lets MSAL obtain a token, and reads from the traffic why it did not: it hides answers behind errors of its own.
 * An error without any traffic is thrown on as the bug that it is.
 */
export async function acquire(
  { line, roots, applicant }: MsalOptions,
  options: Omit<TrafficOptions, 'line'>,
  ask: (traffic: Traffic) => Promise<AuthenticationResult | null>,
): Promise<Obtained> {
  const traffic = openTraffic({ ...options, line });
  const { exchanges } = traffic;
  try {
    const result = await ask(traffic);
    if (result !== null && result.accessToken !== '') {
      const end = result.expiresOn?.getTime();
      return { token: { token: result.accessToken, end }, exchanges };
    }
  } catch (error) {
    if (exchanges.length === 0 && !options.signal.aborted) throw error;
  }
  const last = exchanges.at(-1);
  if (options.signal.aborted) return failed([explainStop(options.signal, roots)], exchanges);
  if (last === undefined) throw new Error('MSAL gave no token and sent nothing');
  return failed(explainRefusal(last, applicant, line.clock()), exchanges);
}

function explainStop(signal: AbortSignal, { authority }: Roots): Diagnostic {
  const { kind, message: reason } = explainAbort(signal, 'during the sign-in');
  return diagnose('sign-in/no-answer', { host: new URL(authority).host, kind, reason });
}
