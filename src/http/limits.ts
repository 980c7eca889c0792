/** How long and how much a request may take. Times in milliseconds. */
export interface Limits {
  /** from the first packet to a connection that can be used, TLS and the tunnel of a proxy included */
  readonly connect: number;
  /** from the request sent to the headers of the answer */
  readonly headers: number;
  /** between two pieces of the body */
  readonly body: number;
  /** from sending to the last byte of the answer */
  readonly request: number;
  /** of a body in bytes, compressed or not; more is not read */
  readonly bytes: number;
}

/** Source: assumed; Microsoft documents no limits. 30 seconds a request is what design.md promises. */
export const defaultLimits: Limits = {
  connect: 10_000,
  headers: 30_000,
  body: 30_000,
  request: 30_000,
  bytes: 10 * 1024 * 1024,
};
