import type { Exchange, TargetRequest } from '../exchanges/exchange.js';

/** A SCIM service behind one transport: network, fixture or recording. It sends and never decides. */
export interface Target {
  /** what people call it: a host, or the name of a fixture file */
  readonly name: string;
  /** when its token expired by the token's own words, ISO 8601; left out where it did not, or does not say */
  readonly tokenExpiredAt?: string;
  /** Sends one request. Never rejects for trouble of the network: that is an exchange without an answer. */
  send(request: TargetRequest, signal: AbortSignal): Promise<Exchange>;
  /** The exchange that `send` would begin, for a dry run: same URL, headers and body, not sent. */
  plan(request: TargetRequest): Exchange;
}
