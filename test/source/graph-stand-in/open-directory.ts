import { randomUUID } from 'node:crypto';
import type { GraphSourceSettings } from '../../../src/config/settings.js';
import { createHttpClient } from '../../../src/http/index.js';
import { openGraphClient } from '../../../src/source/graph/client/index.js';
import type { GraphClient } from '../../../src/source/graph/graph-client.js';

/** Settings that lead to a stand-in, with a given token. */
export const settingsFor = (url: string): GraphSourceSettings => ({
  kind: 'graph',
  tenant: undefined,
  clientId: undefined,
  auth: { kind: 'token', token: 'opaque-token-of-the-test' },
  cloud: 'global',
  graphUrl: url,
  authorityUrl: undefined,
  app: undefined,
  job: undefined,
});

/** The tool's own client, to a stand-in; waits take no time. */
export function openClient(url: string): {
  readonly client: GraphClient;
  readonly close: () => Promise<void>;
} {
  const http = createHttpClient({ environment: {}, offline: false, clock: Date.now });
  const client = openGraphClient({
    settings: settingsFor(url),
    http,
    clock: Date.now,
    random: () => 1,
    newGuid: randomUUID,
    userAgent: 'provision-user/0.0.0',
    onWait: () => undefined,
    onDeviceCode: () => undefined,
    environment: {},
    sleep: () => Promise.resolve(),
  });
  return { client, close: () => http.close() };
}
