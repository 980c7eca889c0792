import { findNearest } from '../../diagnostics/nearest.js';
import { functions } from '../functions/catalogue.js';
import { problem, type Problem } from '../problem.js';
import type { Call } from '../syntax/tree.js';

/**
 * Functions of Entra Connect sync that provisioning does not have
 * (source: "Azure AD Connect Sync: Functions Reference").
 */
const connectOnly = new Set(
  (
    'BitOr CGuid CertExtensionOids CertFormat CertFriendlyName CertHashString CertIssuer CertIssuerDN CertIssuerOid ' +
    'CertKeyAlgorithm CertKeyAlgorithmParams CertNameInfo CertNotAfter CertNotBefore CertPublicKeyOid ' +
    'CertPublicKeyParametersOid CertSerialNumber CertSignatureAlgorithmOid CertSubject CertSubjectNameDN ' +
    'CertSubjectNameOid CertThumbprint CertVersion CNum CRef Contains ConvertToUTF8 CurrentDate CurrentTime ' +
    'DNComponentRev EscapeDNComponent ImportedValue InStrRev IsBitSet IsCert IsDate IsEmpty IsGuid IsNumeric ItemOrNull ' +
    'JoinWords LCase Len LTrim PadLeft PadRight RandomNum ReplaceChars Right RTrim SelectUnique StringFromGuid ' +
    'UCase Where With'
  )
    .toLowerCase()
    .split(' '),
);

/** The complaint about a name that no function has, with the nearest one that exists. */
export function unknownFunction({ name, nameSpan }: Call): Problem {
  const names = functions.map((declaration) => declaration.name);
  return problem('expression/unknown-function', nameSpan, {
    name,
    nearest: findNearest(name, names) ?? null,
    connectOnly: connectOnly.has(name.toLowerCase()),
  });
}
