import type { ScimTargetSettings } from '../../config/settings.js';
import { type Checked, diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Exchange, TargetRequest } from '../../exchanges/exchange.js';
import { createMask, type Mask } from '../../exchanges/mask.js';
import { isSecretParameter } from '../../exchanges/secret-names.js';
import {
  type Attempt,
  findCertificateFault,
  type HttpClient,
  sendWithRetries,
  type Wait,
} from '../../http/index.js';
import type { Target } from '../target.js';
import type { Credential } from './credential.js';
import { openCredential } from './open-credential.js';
import { buildHeaders, checkHeaders } from './request-headers.js';
import { readTenantUrl } from './tenant-url.js';

export interface NetworkTargetOptions {
  readonly settings: ScimTargetSettings;
  /** the file that the settings name, as messages call it; `http` is made with its text, here it is only checked */
  readonly ca: { readonly file: string; readonly pem: string } | undefined;
  readonly http: HttpClient;
  /** milliseconds since 1970 */
  readonly clock: () => number;
  /** value of the header: "provision-user/1.2.3" */
  readonly userAgent: string;
  /** told before a request waits to be sent again; secrets in its URL are masked */
  readonly onWait: (wait: Wait) => void;
}

/**
 * Opens a SCIM service on the network as a target. Nothing is sent yet. Every exchange leaves it with its secrets masked;
 * what had to come first, a sign-in or an answer that asked to come again, stands in its `before`.
 */
export function openNetworkTarget(options: NetworkTargetOptions): Checked<Target> {
  const { settings, ca } = options;
  const { host: target } = readTenantUrl(settings.url);
  const credential = openCredential({ ...options, auth: settings.auth, target });
  const faults = [...checkHeaders(settings.headers, settings.auth), ...checkAuthority(ca)];
  const diagnostics = [...credential.diagnostics, ...faults];
  if (credential.value === undefined || faults.length > 0) return { value: undefined, diagnostics };
  return { value: createTarget(options, credential.value), diagnostics };
}

function checkAuthority(ca: NetworkTargetOptions['ca']): readonly Diagnostic[] {
  if (ca === undefined) return [];
  const problem = findCertificateFault(ca.pem);
  return problem === undefined ? [] : [diagnose('network/bad-authority', { file: ca.file, problem })];
}

function createTarget(
  { settings, http, clock, userAgent, onWait }: NetworkTargetOptions,
  credential: Credential,
): Target {
  const tenant = readTenantUrl(settings.url);
  const fixedSecrets = secretsOf(settings);
  const openMask = (): Mask => createMask([...fixedSecrets, ...credential.secrets()], settings.secretHeaders);

  const begin = (request: TargetRequest, authorization: string | undefined): Exchange => ({
    request,
    url: tenant.join(request.path),
    requestHeaders: buildHeaders(request, settings.headers, userAgent, authorization),
    planned: false,
    durationMs: 0,
  });

  async function send(request: TargetRequest, signal: AbortSignal): Promise<Exchange> {
    const { header, noAnswer, exchanges } = await credential.authorize(signal);
    const begun = begin(request, header);
    const signedIn = exchanges.length === 0 ? begun : { ...begun, before: exchanges };
    if (noAnswer !== undefined) return { ...signedIn, noAnswer };
    const attempts = await sendWithRetries(
      http,
      {
        method: request.method,
        url: begun.url,
        headers: begun.requestHeaders,
        ...('body' in request ? { body: JSON.stringify(request.body) } : {}),
      },
      signal,
      {
        clock,
        onWait: (wait) => {
          onWait({ ...wait, url: openMask().maskText(wait.url) });
        },
      },
    );
    const tried = attempts.map(({ outcome, durationMs }: Attempt) => ({ ...begun, ...outcome, durationMs }));
    const before = [...exchanges, ...tried.slice(0, -1)];
    return { ...begun, ...tried.at(-1), ...(before.length === 0 ? {} : { before }) };
  }

  return {
    name: tenant.host,
    ...(credential.expiredAt === undefined ? {} : { tokenExpiredAt: credential.expiredAt }),
    async send(request, signal) {
      const exchange = await send(request, signal);
      // Made afterwards, so that it knows a token that was only now obtained.
      return openMask().maskExchange(exchange);
    },
    plan(request) {
      const { scheme } = credential;
      const exchange = begin(request, scheme === undefined ? undefined : `${scheme} ?`);
      return openMask().maskExchange({ ...exchange, planned: true });
    },
  };
}

/** Secrets of the settings beside the credential: headers, and URL parameters that give themselves away by their names. */
function secretsOf({ headers, secretHeaders, url, auth }: ScimTargetSettings): readonly string[] {
  const ofHeaders = secretHeaders.flatMap((name) => {
    const value = headers[name] ?? '';
    return [value, value.replace(/^\w+\s+/, '')];
  });
  const urls = auth.kind === 'client-credentials' ? [url, auth.tokenUrl] : [url];
  const ofUrls = urls
    .flatMap((each) => [...new URL(each).searchParams])
    .flatMap(([name, value]) => (isSecretParameter(name) ? [value] : []));
  return [...ofHeaders, ...ofUrls];
}
