import { UsageError } from '../usage-error.js';
import type { InitAuth, InitOptions } from './init-options.js';

type Mapping = Readonly<Record<string, string | boolean | Readonly<Record<string, string>> | undefined>>;

const guid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const graphFlags = ['tenant', 'clientId', 'auth', 'cloud', 'app'] as const;

/** The `source` of a configuration, from flags; one that contradicts another is refused. */
export function planSource(options: InitOptions): Mapping {
  const kind = options.source ?? (options.users === undefined ? 'graph' : 'fixture');
  if (kind === 'fixture') {
    const foreign = graphFlags.find((flag) => options[flag] !== undefined);
    if (foreign !== undefined)
      throw new UsageError(
        `--${foreign === 'clientId' ? 'client-id' : foreign} belongs to a source of kind graph`,
        'Leave out --users and --source fixture, or this one.',
      );
    return { kind, path: options.users ?? './directory.json' };
  }
  if (options.users !== undefined)
    throw new UsageError('--users is a source of kind fixture', 'Leave out --source graph, or this one.');
  const auth = options.auth ?? (options.clientId === undefined ? 'azure-cli' : 'client-secret');
  return {
    kind,
    tenant: options.tenant,
    clientId: options.clientId,
    auth,
    ...secretsOf[auth],
    cloud: options.cloud,
    app: options.app === undefined ? undefined : nameApplication(options.app),
  };
}

/** Names of variables are those of other tools for the same secret, where there are such. */
const secretsOf: Readonly<Record<InitAuth, Mapping>> = {
  'client-secret': { clientSecret: { env: 'AZURE_CLIENT_SECRET' } },
  certificate: { certificate: { file: './app.pem' } },
  token: { token: { env: 'GRAPH_TOKEN' } },
  'azure-cli': {},
  'device-code': {},
  'managed-identity': {},
};

/** An object id in the place of an Application ID is recognised when it is used. */
const nameApplication = (app: string): Readonly<Record<string, string>> =>
  guid.test(app.trim()) ? { appId: app.trim() } : { displayName: app };
