import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { type Checked, diagnose } from '../../../diagnostics/diagnostic.js';
import { formatTime } from './token-claims.js';

/** What signs a request for a token. */
export interface SigningCertificate {
  /** PEM text, PKCS #8 */
  readonly privateKey: string;
  /** SHA-256 of the certificate in hexadecimal digits */
  readonly thumbprintSha256: string;
  /** PEM texts, the certificate first; only where the file holds its chain */
  readonly chain: string | undefined;
}

const block = (kind: string): RegExp =>
  new RegExp(`-----BEGIN (${kind})-----[\\s\\S]+?-----END \\1-----`, 'g');

/**
 * Reads a PEM text with an RSA key and its certificate, in any order; further certificates are the chain, which Entra needs to
 * accept a certificate by subject and issuer. Source: "Microsoft identity platform application authentication certificate
 * credentials" (x5t#S256, x5c, PS256).
 * @param now milliseconds since 1970
 */
export function readCertificate(pem: string, now: number): Checked<SigningCertificate> {
  const bad = (problem: string): Checked<SigningCertificate> => ({
    value: undefined,
    diagnostics: [diagnose('sign-in/bad-certificate', { problem })],
  });
  const [keyBlock] = pem.match(block('(?:RSA |EC |ENCRYPTED )?PRIVATE KEY')) ?? [];
  if (keyBlock === undefined) return bad('it holds no private key in PEM form');
  if (keyBlock.includes('ENCRYPTED')) return bad('its private key is protected by a passphrase');
  const key = readKey(keyBlock);
  if (key === undefined) return bad('its private key cannot be read');
  if (key.asymmetricKeyType !== 'rsa')
    return bad(`its private key is of the kind ${String(key.asymmetricKeyType)}; Microsoft Entra takes RSA`);
  const certificates = (pem.match(block('CERTIFICATE')) ?? []).map(readOne);
  if (certificates.length === 0) return bad('it holds no certificate in PEM form');
  if (!certificates.every((each) => each !== undefined)) return bad('one of its certificates cannot be read');
  const own = certificates.find((each) => each.checkPrivateKey(key));
  if (own === undefined) return bad('none of its certificates belongs to its private key');
  const end = Date.parse(own.validTo);
  if (end <= now)
    return {
      value: undefined,
      diagnostics: [diagnose('sign-in/certificate-expired', { expiredAt: formatTime(end) })],
    };
  const others = certificates.filter((each) => each !== own);
  const value: SigningCertificate = {
    privateKey: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    thumbprintSha256: own.fingerprint256.replaceAll(':', ''),
    chain: others.length === 0 ? undefined : [own, ...others].map(String).join('\n'),
  };
  return { value, diagnostics: [] };
}

function readKey(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    return undefined;
  }
}

function readOne(pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined;
  }
}
