import { type Inspection, reportConflict, reportMissing } from './inspection.js';
import { resolvePath } from './paths.js';
import type { SecretConfiguration, SourceConfiguration } from './schema.js';
import { resolveSecret } from './secrets.js';
import type {
  FixtureSourceSettings,
  GraphApp,
  GraphAuth,
  GraphSourceSettings,
  SourceSettings,
} from './settings.js';
import { checkTenant } from './tenant.js';
import { checkUrl } from './urls.js';

type FixtureConfiguration = Extract<SourceConfiguration, { kind: 'fixture' }>;
type GraphConfiguration = Extract<SourceConfiguration, { kind: 'graph' }>;

/** The source of a valid configuration with absolute paths and resolved secrets. Trouble is reported. */
export async function readSource(
  inspection: Inspection,
  source: SourceConfiguration,
): Promise<SourceSettings> {
  return source.kind === 'fixture' ? readFixture(inspection, source) : readGraph(inspection, source);
}

async function readFixture(
  inspection: Inspection,
  source: FixtureConfiguration,
): Promise<FixtureSourceSettings> {
  const { path, users } = source;
  if (path === undefined && users === undefined) {
    reportMissing(inspection, ['source', 'path'], 'kind: fixture');
  }
  return {
    kind: 'fixture',
    path: path && (await resolvePath(inspection, ['source', 'path'], path)),
    users: users && (await resolvePath(inspection, ['source', 'users'], users)),
  };
}

async function readGraph(inspection: Inspection, source: GraphConfiguration): Promise<GraphSourceSettings> {
  const { tenant, clientId, graphUrl, authorityUrl, job } = source;
  for (const key of neededFor[source.auth]) {
    if (source[key] === undefined) reportMissing(inspection, ['source', key], `auth: ${source.auth}`);
  }
  if (tenant !== undefined) checkTenant(inspection, ['source', 'tenant'], tenant);
  // Every way of signing in ends with a token that goes to Graph.
  if (graphUrl !== undefined) checkUrl(inspection, ['source', 'graphUrl'], graphUrl, true);
  if (authorityUrl !== undefined) checkUrl(inspection, ['source', 'authorityUrl'], authorityUrl, true);
  return {
    kind: 'graph',
    tenant,
    clientId,
    auth: await readAuth(inspection, source),
    cloud: source.cloud ?? 'global',
    graphUrl,
    authorityUrl,
    app: source.app && readApp(inspection, source.app),
    job,
  };
}

type NeededKey = 'tenant' | 'clientId' | 'clientSecret' | 'certificate' | 'token';

/** Microsoft identity platform, "OAuth 2.0 client credentials flow" and "device authorization grant flow". */
const neededFor: Readonly<Record<GraphConfiguration['auth'], readonly NeededKey[]>> = {
  'client-secret': ['tenant', 'clientId', 'clientSecret'],
  certificate: ['tenant', 'clientId', 'certificate'],
  'device-code': ['tenant', 'clientId'],
  'azure-cli': [],
  'managed-identity': [],
  token: ['token'],
};

async function readAuth(inspection: Inspection, source: GraphConfiguration): Promise<GraphAuth> {
  const secret = async (key: string, value: SecretConfiguration | undefined): Promise<string> =>
    value === undefined ? '' : resolveSecret(inspection, ['source', key], value);
  switch (source.auth) {
    case 'client-secret':
      return { kind: source.auth, clientSecret: await secret('clientSecret', source.clientSecret) };
    case 'certificate':
      return { kind: source.auth, certificate: await secret('certificate', source.certificate) };
    case 'token':
      return { kind: source.auth, token: await secret('token', source.token) };
    case 'azure-cli':
    case 'device-code':
    case 'managed-identity':
      return { kind: source.auth };
  }
}

const appKeys = ['servicePrincipalId', 'appId', 'displayName'] as const;

function readApp(inspection: Inspection, app: NonNullable<GraphConfiguration['app']>): GraphApp | undefined {
  const [first, second] = appKeys.filter((key) => app[key] !== undefined);
  if (first === undefined) {
    reportMissing(inspection, ['source', 'app', 'displayName'], 'app');
    return undefined;
  }
  if (second !== undefined) reportConflict(inspection, ['source', 'app', first], ['source', 'app', second]);
  return { by: first, value: app[first] ?? '' };
}
