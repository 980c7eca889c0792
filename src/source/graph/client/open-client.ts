import { setTimeout as pause } from 'node:timers/promises';
import type { GraphSourceSettings } from '../../../config/settings.js';
import { createMask, type Mask } from '../../../exchanges/mask.js';
import type { HttpClient, Wait } from '../../../http/index.js';
import type { GraphClient, GraphReply, GraphRequest } from '../graph-client.js';
import { chooseWay } from '../sign-in/choose-way.js';
import type { DeviceCode } from '../sign-in/device-code.js';
import type { RunProgram } from '../sign-in/run-program.js';
import { createSignIn } from '../sign-in/sign-in.js';
import type { Line } from '../wire/deliver.js';
import { defaultPatience, type PatienceLimits } from '../wire/patience.js';
import { findRoots } from '../wire/roots.js';
import { mostOfBatch, sendBatch } from './batch.js';
import { maskReply } from './mask-reply.js';
import { readPages } from './pages.js';
import { readExchange } from './read-answer.js';
import { type Post, sendRequest } from './send-request.js';

export interface GraphClientOptions {
  readonly settings: GraphSourceSettings;
  readonly http: HttpClient;
  /** milliseconds since 1970 */
  readonly clock: () => number;
  /** from 0 up to 1, for the jitter of waits that the service does not measure out */
  readonly random: () => number;
  /** for the client-request-id of each request */
  readonly newGuid: () => string;
  /** "provision-user/1.2.3" */
  readonly userAgent: string;
  /** told before a request waits to be sent again; secrets in its URL are masked */
  readonly onWait: (wait: Wait) => void;
  /** told what a person has to do for auth: device-code, before it is waited for */
  readonly onDeviceCode: (code: DeviceCode) => void;
  /** PATH for the Azure CLI is read from it; managed identities are found by MSAL, in the environment of the process */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** how the Azure CLI is run; by default as a process without a shell */
  readonly runProgram?: RunProgram;
  /** ends early, with a rejection, when the signal is aborted */
  readonly sleep?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly patience?: PatienceLimits;
}

const sleepInFact = async (milliseconds: number, signal: AbortSignal): Promise<void> => {
  await pause(milliseconds, undefined, { signal });
};

/**
 * Opens the way to Microsoft Graph. Nothing is sent or loaded before the first request, which signs in; its token serves
 * all. Everything that can be shown leaves with its secrets masked.
 */
export function openGraphClient(options: GraphClientOptions): GraphClient {
  const { settings, http, clock, random, newGuid, userAgent } = options;
  const roots = findRoots(settings);
  const line: Line = {
    http,
    clock,
    random,
    userAgent,
    sleep: options.sleep ?? sleepInFact,
    limits: options.patience ?? defaultPatience,
    onWait: (wait) => {
      options.onWait({ ...wait, url: openMask().maskText(wait.url) });
    },
  };
  const signIn = createSignIn(chooseWay({ ...options, line, roots }), clock);
  const post: Post = { line, signIn, roots, cloud: settings.cloud, newGuid };
  // Made anew each time, so that it knows a token that was only now obtained.
  const openMask = (): Mask => createMask(signIn.secrets());

  async function send(request: GraphRequest, signal: AbortSignal): Promise<GraphReply> {
    const sent = await sendRequest(post, request, signal);
    const { exchanges } = sent;
    const reply: GraphReply =
      sent.last === undefined
        ? { status: undefined, diagnostics: sent.diagnostics, exchanges }
        : { ...readExchange(sent.last, sent.asked), exchanges };
    return maskReply(reply, openMask());
  }

  return {
    name: new URL(roots.graph).host,
    send,
    async batch(requests, signal) {
      const [only] = requests;
      if (requests.length === 1 && only !== undefined) return [await send(only, signal)];
      const chunks = Array.from({ length: Math.ceil(requests.length / mostOfBatch) }, (_, index) =>
        requests.slice(index * mostOfBatch, (index + 1) * mostOfBatch),
      );
      const replies = await Promise.all(chunks.map((chunk) => sendBatch(post, chunk, signal)));
      const mask = openMask();
      return replies.flat().map((reply) => maskReply(reply, mask));
    },
    pages: (request, signal) => readPages(send, roots, request, signal),
  };
}
