import { diagnose } from '../diagnostics/diagnostic.js';
import { isSecretHeader } from '../exchanges/secret-names.js';
import { dottedPath, type PathStep, showKeyName } from './document/index.js';
import { type Inspection, placeOf, reportConflict, reportMissing } from './inspection.js';
import { resolvePath } from './paths.js';
import type { SecretConfiguration, TargetConfiguration } from './schema.js';
import { resolveSecret } from './secrets.js';
import type { ScimTargetSettings, TargetAuth, TargetSettings } from './settings.js';
import { checkUrl } from './urls.js';

type ScimConfiguration = Extract<TargetConfiguration, { kind: 'scim' }>;

/** The target of a valid configuration with absolute paths and resolved secrets. Trouble is reported. */
export async function readTarget(
  inspection: Inspection,
  target: TargetConfiguration,
): Promise<TargetSettings> {
  if (target.kind === 'scim') return readScim(inspection, target);
  const path = await resolvePath(inspection, ['target', 'path'], target.path);
  return { kind: 'fixture', path: path ?? '' };
}

async function readScim(inspection: Inspection, target: ScimConfiguration): Promise<ScimTargetSettings> {
  const { url, tls } = target;
  const auth = await readAuth(inspection, target);
  const headers = await readHeaders(inspection, target.headers ?? {});
  const secretHeaders = listSecretHeaders(target.headers ?? {});
  checkUrl(inspection, ['target', 'url'], url, auth.kind !== 'none' || secretHeaders.length > 0);
  const ca = tls?.ca && (await resolvePath(inspection, ['target', 'tls', 'ca'], tls.ca));
  return { kind: 'scim', url, auth, headers, secretHeaders, ca };
}

/** Who refers to a value instead of writing it down takes it for a secret, whatever the header is called. */
function listSecretHeaders(headers: Readonly<Record<string, SecretConfiguration>>): readonly string[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    typeof value === 'object' || isSecretHeader(name) ? [name] : [],
  );
}

async function readAuth(inspection: Inspection, { token, auth }: ScimConfiguration): Promise<TargetAuth> {
  if (token !== undefined) {
    if (auth !== undefined) reportConflict(inspection, ['target', 'token'], ['target', 'auth']);
    return { kind: 'bearer', token: await readHeaderSecret(inspection, ['target', 'token'], token) };
  }
  const path = ['target', 'auth'];
  switch (auth?.kind) {
    case undefined:
      reportMissing(inspection, ['target', 'token'], 'kind: scim');
      return { kind: 'none' };
    case 'none':
      return { kind: 'none' };
    case 'bearer':
      return { kind: 'bearer', token: await readHeaderSecret(inspection, [...path, 'token'], auth.token) };
    case 'basic': {
      const password = await resolveSecret(inspection, [...path, 'password'], auth.password);
      return { kind: 'basic', user: auth.user, password };
    }
    case 'client-credentials': {
      const { tokenUrl, clientId, scope } = auth;
      checkUrl(inspection, [...path, 'tokenUrl'], tokenUrl, true);
      const clientSecret = await resolveSecret(inspection, [...path, 'clientSecret'], auth.clientSecret);
      return { kind: 'client-credentials', tokenUrl, clientId, clientSecret, scope };
    }
  }
}

async function readHeaders(
  inspection: Inspection,
  headers: Readonly<Record<string, SecretConfiguration>>,
): Promise<Readonly<Record<string, string>>> {
  const values: [string, string][] = [];
  for (const [name, value] of Object.entries(headers)) {
    const path = ['target', 'headers', name];
    // RFC 9110, section 5.6.2: a token.
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) {
      inspection.report(
        diagnose('config/bad-header', { name: showKeyName(name) }, [placeOf(inspection, path)]),
      );
    }
    values.push([name, await readHeaderSecret(inspection, path, value)]);
  }
  return Object.fromEntries(values);
}

/** A secret that will stand in a header, where line breaks and most characters beyond Latin cannot (RFC 9110, 5.5). */
async function readHeaderSecret(
  inspection: Inspection,
  path: readonly PathStep[],
  secret: SecretConfiguration,
): Promise<string> {
  const value = await resolveSecret(inspection, path, secret);
  if (/[^\t\x20-\x7e\x80-\xff]/.test(value)) {
    inspection.report(
      diagnose('config/unfit-for-header', { key: dottedPath(path) }, [placeOf(inspection, path)]),
    );
  }
  return value;
}
