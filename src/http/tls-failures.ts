import type { TlsFault } from '../exchanges/exchange.js';

/** What is wrong, in words that follow a host. */
export interface TlsFailure {
  readonly fault: TlsFault;
  readonly reason: string;
}

const untrusted = 'its certificate is signed by an authority that is not trusted here';
const plain = 'it does not speak TLS at this port';

const failures: ReadonlyMap<string, TlsFailure> = new Map(
  Object.entries({
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: {
      fault: 'incompleteChain',
      reason: 'it sent its own certificate alone, and the authority that signed it is not trusted here',
    },
    UNABLE_TO_GET_ISSUER_CERT: { fault: 'untrustedIssuer', reason: untrusted },
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: { fault: 'untrustedIssuer', reason: untrusted },
    CERT_UNTRUSTED: { fault: 'untrustedIssuer', reason: untrusted },
    SELF_SIGNED_CERT_IN_CHAIN: {
      fault: 'privateAuthority',
      reason: 'its certificate comes from a private authority that is not trusted here',
    },
    DEPTH_ZERO_SELF_SIGNED_CERT: {
      fault: 'selfSigned',
      reason: 'its certificate is signed by itself and not trusted here',
    },
    CERT_HAS_EXPIRED: { fault: 'expired', reason: 'its certificate has expired' },
    CERT_NOT_YET_VALID: {
      fault: 'notYetValid',
      reason: 'its certificate is not valid yet, or the clock of this machine is wrong',
    },
    CERT_REVOKED: { fault: 'revoked', reason: 'its certificate was revoked' },
    ERR_SSL_WRONG_VERSION_NUMBER: { fault: 'noTls', reason: plain },
    ERR_SSL_PACKET_LENGTH_TOO_LONG: { fault: 'noTls', reason: plain },
    ERR_SSL_UNSUPPORTED_PROTOCOL: {
      fault: 'version',
      reason: 'it offers no version of TLS that is accepted here (1.2 or 1.3)',
    },
    ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: {
      fault: 'version',
      reason: 'it accepts no version of TLS that is spoken here (1.2 or 1.3)',
    },
    ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: {
      fault: 'clientCertificate',
      reason: 'it asks for a client certificate',
    },
  } as const),
);

/** An error of the TLS layer as Node throws it. */
interface TlsError {
  readonly code: string;
  readonly message: string;
  readonly cert?: { readonly subjectaltname?: string };
}

/**
 * Why TLS failed; undefined for an error of another kind.
 * Source: Node.js documentation, "X509 certificate error codes"; the codes ERR_SSL_ are names of OpenSSL.
 */
export function explainTlsFailure(error: TlsError): TlsFailure | undefined {
  const { code, message } = error;
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    const names = error.cert?.subjectaltname?.replaceAll('DNS:', '').replaceAll('IP Address:', '');
    const reason = `its certificate is for another host${names === undefined ? '' : `: ${names}`} (${code})`;
    return { fault: 'wrongHost', reason };
  }
  const known = failures.get(code);
  if (known !== undefined) return { ...known, reason: `${known.reason} (${code})` };
  return /^(?:EPROTO$|ERR_SSL_|ERR_TLS_|ERR_OSSL_)|CERT|CRL/.test(code)
    ? { fault: 'other', reason: `TLS failed: ${lastPart(message)} (${code})` }
    : undefined;
}

/** OpenSSL writes "<number>:error:<code>:<library>:<function>:<reason>:<file>:<line>:". */
function lastPart(message: string): string {
  const [, reason] = /:error:[^:]*:[^:]*:[^:]*:([^:]+):/.exec(message) ?? [];
  return (reason ?? message).trim();
}
