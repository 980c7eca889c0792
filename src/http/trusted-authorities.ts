import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';

/** What is wrong with a PEM text of certificates, in a few words; undefined when nothing is. */
export function findCertificateFault(pem: string): string | undefined {
  const blocks = certificatesOf(pem);
  if (blocks.length === 0) return 'it holds no certificate in PEM form';
  const broken = blocks.findIndex((block) => !isCertificate(block));
  return broken === -1 ? undefined : `certificate ${broken + 1} of ${blocks.length} cannot be read`;
}

/**
 * The authorities that Node trusts and the given ones. Naming any replaces Node's own list, and with it the file of
 * `NODE_EXTRA_CA_CERTS`, so that both are put back. Undefined, for Node's own way, when there is nothing to add.
 */
export async function trustAuthorities(
  pem: string | undefined,
  extraFile: string | undefined,
): Promise<SecureContext | undefined> {
  if (pem === undefined) return undefined;
  // Node itself warns of a file that cannot be read, and goes on without it.
  const extra = extraFile ? await readFile(extraFile, 'utf8').catch(() => '') : '';
  const own = [...certificatesOf(pem), ...certificatesOf(extra)].filter(isCertificate);
  return createSecureContext({ ca: [...rootCertificates, ...own] });
}

function certificatesOf(pem: string): readonly string[] {
  return pem.match(/-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[^-]*-----END [A-Z0-9 ]+-----/g) ?? [];
}

function isCertificate(block: string): boolean {
  try {
    new X509Certificate(block);
    return true;
  } catch {
    return false;
  }
}
