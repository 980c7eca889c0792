import type { ScimTargetSettings } from '../../../src/config/settings.js';
import type { Checked } from '../../../src/diagnostics/diagnostic.js';
import { isSecretHeader } from '../../../src/exchanges/secret-names.js';
import type { HttpClient, Wait } from '../../../src/http/index.js';
import { openNetworkTarget } from '../../../src/target/network/index.js';
import type { Target } from '../../../src/target/target.js';
import { never } from '../../http/loopback.js';

export const noon = Date.UTC(2026, 0, 2, 12);

/** A client that must not be used. */
const noNetwork: HttpClient = {
  limits: { connect: 1, headers: 1, body: 1, request: 1, bytes: 1 },
  send: () => Promise.reject(new Error('nothing should be sent')),
  close: () => Promise.resolve(),
};

interface Options {
  readonly http?: HttpClient;
  readonly ca?: string;
  readonly clock?: () => number;
  readonly waits?: Wait[];
}

/** Opens a target on the network; it is always noon, and without `http` nothing can be sent. */
export function open(
  settings: Partial<ScimTargetSettings>,
  { http = noNetwork, ca, clock = () => noon, waits = [] }: Options = {},
): Checked<Target> {
  const complete: ScimTargetSettings = {
    kind: 'scim',
    url: 'https://scim.example.com/v2',
    auth: { kind: 'none' },
    headers: {},
    secretHeaders: Object.keys(settings.headers ?? {}).filter(isSecretHeader),
    ca: ca === undefined ? undefined : 'ca.pem',
    ...settings,
  };
  const onWait = (wait: Wait): void => void waits.push(wait);
  return openNetworkTarget({
    settings: complete,
    ca: ca === undefined ? undefined : { file: 'ca.pem', pem: ca },
    http,
    clock,
    userAgent: 'provision-user/0.0.0',
    onWait,
  });
}

/** The target, of which nothing may have been noticed. */
export function openCleanly(settings: Partial<ScimTargetSettings>, options?: Options): Target {
  const { value, diagnostics } = open(settings, options);
  if (value === undefined || diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  return value;
}

export { never };
