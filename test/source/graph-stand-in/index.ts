import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { readCertificate } from '../../http/loopback.js';
import {
  type GraphCall,
  type GraphCallAnswer,
  isObject,
  objectsOf,
  readCall,
  refuse,
  textOf,
} from './answer.js';
import { openCheck } from './check-openapi.js';
import { openRoutes } from './routes.js';
import { openTenant, type TenantParts } from './tenant.js';

export { refuse } from './answer.js';
export { hasDescription } from './check-openapi.js';
export { type DirectoryFixture, healthyJob, standInJobId } from './tenant.js';

/** What the stand-in is made of. */
export interface StandInOptions extends TenantParts {
  /** milliseconds before each answer */
  readonly latency?: number;
  /** objects on a page at most; 999 where it is left out */
  readonly pageSize?: number;
  /** of test/http/certificates: then it speaks https */
  readonly certificate?: string;
}

/** A request that arrived, as a request of its own or as an entry of a $batch. */
export interface Arrival {
  /** `GET /users/alice@contoso.com`, decoded, without query */
  readonly request: string;
  readonly call: GraphCall;
  readonly status: number;
  /** which round trip brought it, from 1 */
  readonly roundTrip: number;
}

/** What a fault does: answers in the place of the tenant. */
export type Fault = (call: GraphCall) => GraphCallAnswer;

/** Microsoft Graph on this machine: real paths, real HTTP or TLS, a tenant made of a directory fixture. */
export interface GraphStandIn {
  /** root without version: the value of `graphUrl` */
  readonly url: string;
  /** everything that arrived, in order */
  readonly arrivals: readonly Arrival[];
  /** what was wrong with what arrived, by Microsoft's description of Graph; empty where that is not at hand (`hasDescription`) */
  readonly violations: readonly string[];
  /** HTTP requests; a $batch is one */
  roundTrips(): number;
  connections(): number;
  /** From now on requests whose `request` fits, entries of a batch or `POST /$batch` itself, are answered by the fault, as often as said. Later faults go before earlier ones. */
  fail(request: RegExp, fault: Fault, times?: number): void;
  /** Takes the faults back and forgets what arrived. */
  reset(): void;
  stop(): void;
}

/** The bundled tenant with its schema. */
export const contosoTenant = (): Pick<StandInOptions, 'directory' | 'schema'> => ({
  directory: readFixture('directory.json') as StandInOptions['directory'],
  schema: readFixture('schema.json'),
});

const readFixture = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../fixtures/contoso/${file}`, import.meta.url), 'utf8'));

/** Starts a stand-in on a free port of loopback. Whoever starts it stops it. */
export async function startGraphStandIn(options: StandInOptions): Promise<GraphStandIn> {
  const { latency = 0, pageSize = 999, certificate } = options;
  const arrivals: Arrival[] = [];
  const violations: string[] = [];
  const faults: { request: RegExp; fault: Fault; left: number }[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  let roundTrips = 0;
  let url = '';
  const check = openCheck();
  const link = (path: string): string => `${url}/v1.0${path}`;
  const answer = openRoutes(openTenant(options), { pageSize, link });

  const misbehave = (call: GraphCall): GraphCallAnswer | undefined => {
    const request = `${call.method} ${call.path}`;
    const fault = faults.findLast((one) => one.left > 0 && one.request.test(request));
    if (fault !== undefined) fault.left -= 1;
    return fault?.fault(call);
  };

  const serve = (call: GraphCall, roundTrip: number): GraphCallAnswer => {
    const request = `${call.method} ${call.path}`;
    violations.push(...check(call));
    const given = misbehave(call) ?? answer(call);
    arrivals.push({ request, call, status: given.status, roundTrip });
    return given;
  };

  const listener: RequestListener = (incoming, outgoing) => {
    roundTrips += 1;
    const trip = roundTrips;
    const respond = async (): Promise<void> => {
      const sent = await text(incoming);
      await pause(latency);
      const headers = incoming.headers as Record<string, string>;
      const below = (incoming.url ?? '').replace(/^\/v1\.0/, '');
      const body = sent === '' ? undefined : (JSON.parse(sent) as unknown);
      const call = readCall(incoming.method ?? '', below, headers, body);
      const whole = call.path === '/$batch' ? misbehave(call) : undefined;
      const given = whole ?? answerOuter(call, headers, trip, serve);
      const isPage = typeof given.body === 'string';
      const type = isPage ? 'text/html' : 'application/json';
      outgoing.writeHead(given.status, { 'content-type': type, ...given.headers });
      outgoing.end(given.body === null ? '' : isPage ? given.body : JSON.stringify(given.body));
    };
    void respond();
  };
  const server =
    certificate === undefined
      ? createServer(listener)
      : createSecureServer({ key: readCertificate('key'), cert: readCertificate(certificate) }, listener);
  server.on('connection', (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  url = `${certificate === undefined ? 'http' : 'https'}://127.0.0.1:${String(port)}`;
  return {
    url,
    arrivals,
    violations,
    roundTrips: () => roundTrips,
    connections: () => connections,
    fail: (request, fault, times = Infinity) => {
      faults.push({ request, fault, left: times });
    },
    reset: () => {
      for (const list of [arrivals, violations, faults]) list.length = 0;
      roundTrips = 0;
      connections = 0;
    },
    stop: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

type Serve = (call: GraphCall, roundTrip: number) => GraphCallAnswer;

function answerOuter(
  call: GraphCall,
  headers: Readonly<Record<string, string>>,
  trip: number,
  serve: Serve,
): GraphCallAnswer {
  if (!/^Bearer \S+/.test(headers.authorization ?? ''))
    return refuse(401, 'InvalidAuthenticationToken', 'Access token is empty.');
  if (call.path !== '/$batch') return serve(call, trip);
  const entries = isObject(call.body) ? objectsOf(call.body.requests) : [];
  if (entries.length === 0 || entries.length > 20)
    return refuse(400, 'BadRequest', 'Invalid batch payload format.');
  const responses = entries.map((entry) => {
    const own = lowerNames(isObject(entry.headers) ? entry.headers : {});
    const inner = readCall(textOf(entry.method), textOf(entry.url), own, entry.body);
    const { status, body, headers: given } = serve(inner, trip);
    return { id: textOf(entry.id), status, headers: { 'Content-Type': 'application/json', ...given }, body };
  });
  // In any order, as Graph does.
  return { status: 200, body: { responses: responses.reverse() } };
}

const lowerNames = (headers: object): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), textOf(value)]));
