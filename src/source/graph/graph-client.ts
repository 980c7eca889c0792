import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Exchange } from '../../exchanges/exchange.js';

/** What a request is made for, so that a refusal can name the least privileged permission that suffices. */
export type GraphNeed =
  | 'readUser'
  | 'readDeletedUser'
  | 'readGroup'
  | 'readMembership'
  | 'readAssignments'
  | 'readApplication'
  | 'readJob'
  | 'provisionOnDemand'
  | 'parseExpression';

/** A request to Microsoft Graph, before root, version, sign-in and the headers that every request has. */
export interface GraphRequest {
  readonly method: 'GET' | 'POST';
  /** below the version, with its query, already encoded: `/users/{id}?$select=id`; or an `@odata.nextLink` as it came */
  readonly path: string;
  readonly need: GraphNeed;
  /** besides authorization, accept and client-request-id, such as ConsistencyLevel */
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON */
  readonly body?: unknown;
}

/** An answer of Graph, of any status, after throttling was waited out and an expired token renewed. */
export interface GraphAnswer {
  readonly status: number;
  /** parsed JSON; null where there was no body */
  readonly body: unknown;
  /** the `code` of Graph's error object; undefined where the status is 2xx */
  readonly errorCode: string | undefined;
  /** the refusal as the user shall read it; empty where the status is 2xx. A 404 is a value first: the caller may drop it */
  readonly diagnostics: readonly Diagnostic[];
  readonly exchanges: readonly Exchange[];
}

/** No usable answer: the network, the sign-in, a page that is not JSON, waiting beyond the limits. */
export interface GraphTrouble {
  readonly status: undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly exchanges: readonly Exchange[];
}

export type GraphReply = GraphAnswer | GraphTrouble;

/** The way to Microsoft Graph for one run: signs in with the first request and keeps that token. */
export interface GraphClient {
  /** host of the Graph root, as people know it */
  readonly name: string;
  send(request: GraphRequest, signal: AbortSignal): Promise<GraphReply>;
  /**
   * Sends up to any number of independent requests in as few round trips as possible ($batch of 20), throttled entries again.
   * Replies in the order of the requests; the exchanges of a round trip stand with the first reply that came with it.
   */
  batch(requests: readonly GraphRequest[], signal: AbortSignal): Promise<readonly GraphReply[]>;
  /** Every page of a list, following `@odata.nextLink` on the same host alone. Ends after the first reply that is no 2xx list. */
  pages(request: GraphRequest, signal: AbortSignal): AsyncGenerator<GraphReply>;
}
