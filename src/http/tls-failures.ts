const reasons: ReadonlyMap<string, string> = new Map(
  Object.entries({
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is signed by an authority that is not trusted here',
    UNABLE_TO_GET_ISSUER_CERT: 'its certificate is signed by an authority that is not trusted here',
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is signed by an authority that is not trusted here',
    SELF_SIGNED_CERT_IN_CHAIN: 'its certificate comes from a private authority that is not trusted here',
    CERT_UNTRUSTED: 'its certificate is signed by an authority that is not trusted here',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself and not trusted here',
    CERT_HAS_EXPIRED: 'its certificate has expired',
    CERT_NOT_YET_VALID: 'its certificate is not valid yet, or the clock of this machine is wrong',
    CERT_REVOKED: 'its certificate was revoked',
    ERR_SSL_WRONG_VERSION_NUMBER: 'it does not speak TLS at this port',
    ERR_SSL_PACKET_LENGTH_TOO_LONG: 'it does not speak TLS at this port',
    ERR_SSL_UNSUPPORTED_PROTOCOL: 'it offers no version of TLS that is accepted here (1.2 or 1.3)',
    ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'it accepts no version of TLS that is spoken here (1.2 or 1.3)',
    ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: 'it asks for a client certificate',
  }),
);

/** An error of the TLS layer as Node throws it. */
interface TlsError {
  readonly code: string;
  readonly message: string;
  readonly cert?: { readonly subjectaltname?: string };
}

/**
 * Why TLS failed, in words that follow a host; undefined for an error of another kind.
 * Source: Node.js documentation, "X509 certificate error codes"; the codes ERR_SSL_ are names of OpenSSL.
 */
export function explainTlsFailure(error: TlsError): string | undefined {
  const { code, message } = error;
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    const names = error.cert?.subjectaltname?.replaceAll('DNS:', '').replaceAll('IP Address:', '');
    return `its certificate is for another host${names === undefined ? '' : `: ${names}`} (${code})`;
  }
  const reason = reasons.get(code);
  if (reason !== undefined) return `${reason} (${code})`;
  return /^(?:EPROTO$|ERR_SSL_|ERR_TLS_|ERR_OSSL_)|CERT|CRL/.test(code)
    ? `TLS failed: ${lastPart(message)} (${code})`
    : undefined;
}

/** OpenSSL writes "<number>:error:<code>:<library>:<function>:<reason>:<file>:<line>:". */
function lastPart(message: string): string {
  const [, reason] = /:error:[^:]*:[^:]*:[^:]*:([^:]+):/.exec(message) ?? [];
  return (reason ?? message).trim();
}
