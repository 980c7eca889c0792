/** The four methods of Entra's SCIM client ("Tutorial: develop a SCIM endpoint": only these are listed). */
export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** A request before it is sent. */
export interface TargetRequest {
  readonly method: Method;
  /** below the base URL, encoded: `/Users?filter=userName+eq+%22a%22` */
  readonly path: string;
  /** JSON value of the body; left out where there is none */
  readonly body?: unknown;
  /** true for a read-only request that serves the diagnosis and that the real service would not send */
  readonly ours?: boolean;
}

/** An answer as it came. */
export interface Answer {
  readonly status: number;
  /** lower-case names */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** what had to be put up with in reading the body */
  readonly charsetFault?: CharsetFault;
}

/** A charset that is not known, so that UTF-8 was taken, or one that the bytes do not fit, so that some were replaced. */
export interface CharsetFault {
  readonly kind: 'unknown' | 'unfit';
  /** as the content type names it, `utf-8` where it names none */
  readonly charset: string;
}

/** Why no answer came: the class of the trouble, and the words of whoever noticed it. */
export interface NoAnswer {
  readonly kind:
    | 'refused'
    | 'dns'
    | 'timeout'
    | 'tls'
    | 'proxy'
    | 'reset'
    | 'offline'
    | 'aborted'
    | 'tooLarge'
    | 'unreadable'
    /** the sign-in that the request needs was refused, so that it was not sent */
    | 'signIn';
  readonly message: string;
  /** with `tls`: what was wrong */
  readonly tls?: TlsFault;
}

/** What can be wrong with TLS; `incompleteChain`: the server's own certificate came alone, and its issuer is not known. */
export type TlsFault =
  | 'incompleteChain'
  | 'untrustedIssuer'
  | 'privateAuthority'
  | 'selfSigned'
  | 'expired'
  | 'notYetValid'
  | 'revoked'
  | 'wrongHost'
  | 'noTls'
  | 'version'
  | 'clientCertificate'
  | 'other';

/** One request with what became of it. Secrets are masked before it is made. */
export interface Exchange {
  readonly request: TargetRequest;
  /** absolute, secrets masked */
  readonly url: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  /** left out while planned, and where no answer came */
  readonly answer?: Answer;
  readonly noAnswer?: NoAnswer;
  /** true for a request that a dry run would have sent */
  readonly planned: boolean;
  readonly durationMs: number;
  /** exchanges that this one needed first, in order: a sign-in, answers that asked to come again later */
  readonly before?: readonly Exchange[];
}
