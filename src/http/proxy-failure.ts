/** What stood in the way at the proxy: an error on the way to it, or the status with which it refused the tunnel. */
export class ProxyFailure extends Error {
  override readonly name = 'ProxyFailure';
  readonly status: number | undefined;

  constructor(cause: unknown, status: number | undefined) {
    super('no tunnel through the proxy', { cause });
    this.status = status;
  }
}
