import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { readCertificate } from '../http/loopback.js';

/** Which of a run's requests one is: by what the service sends in which step. */
export type Moment = 'probe' | 'groups' | 'match' | 'read' | 'write';

export type Fault = (response: ServerResponse, request: IncomingMessage) => void;

/** A SCIM service without users that answers as it should, except at the moments it is told to misbehave. */
export interface FaultyServer {
  readonly origin: string;
  /** of every request: `GET probe` */
  readonly requests: readonly string[];
  /** values of the authorization headers that arrived */
  readonly credentials: readonly string[];
  /** of every request what a credential may stand in: its URL and its headers, as text */
  readonly told: readonly string[];
  stop(): void;
}

/** @param certificate of test/http/certificates; left out: plain http */
export async function startFaulty(
  faults: Partial<Record<Moment, Fault>>,
  certificate?: string,
): Promise<FaultyServer> {
  const requests: string[] = [];
  const credentials: string[] = [];
  const told: string[] = [];
  const sockets = new Set<Socket>();
  const listener: RequestListener = (request, response) => {
    const moment = momentOf(request);
    requests.push(`${request.method ?? ''} ${moment}`);
    credentials.push(request.headers.authorization ?? '');
    told.push(tell(request));
    const fault = faults[moment];
    if (fault === undefined) answerWell(request, response);
    else fault(response, request);
  };
  const server =
    certificate === undefined
      ? createServer(listener)
      : createSecureServer({ key: readCertificate('key'), cert: readCertificate(certificate) }, listener);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `${certificate === undefined ? 'http' : 'https'}://127.0.0.1:${String(port)}`,
    requests,
    credentials,
    told,
    stop() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** A probe asks for a fresh GUID, a read for an account by its id. */
function momentOf({ method, url = '' }: IncomingMessage): Moment {
  if (method !== 'GET') return 'write';
  const [path = ''] = url.split('?', 1);
  if (path.endsWith('/Groups')) return 'groups';
  if (!path.endsWith('/Users')) return 'read';
  return /%22[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}%22/.test(url) ? 'probe' : 'match';
}

function answerWell(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('content-type', 'application/scim+json');
  if (request.method === 'GET') {
    response.end(emptyList);
    return;
  }
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const body = JSON.parse(Buffer.concat(parts).toString()) as object;
    response.writeHead(201).end(JSON.stringify({ ...body, id: 'new-1' }));
  });
}

const listResponse = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';

export const emptyList = JSON.stringify({
  schemas: [listResponse],
  totalResults: 0,
  Resources: [],
});

/** Answers with a status, and repeats in the body what must not be told on. */
export const refuse =
  (status: number, headers: Readonly<Record<string, string>> = {}): Fault =>
  (response, request) => {
    const detail = `no, not with ${request.headers.authorization ?? 'nothing'}`;
    response
      .writeHead(status, { 'content-type': 'application/scim+json', ...headers })
      .end(JSON.stringify({ detail, status: String(status) }));
  };

const tell = ({ url = '', headers }: IncomingMessage): string => `${url} ${JSON.stringify(headers)}`;

/** Answers with a status, and repeats in headers and body all that it was told, in several spellings. */
export const tellOn =
  (status: number, type = 'application/scim+json'): Fault =>
  (response, request) => {
    const { url = '', headers } = request;
    const decoded = Buffer.from(headers.authorization?.split(' ')[1] ?? '', 'base64').toString();
    const detail = `not with ${tell(request)}, that is ${decoded}, ${decodeURIComponent(url)}`;
    response.writeHead(status, {
      'content-type': type,
      'x-told': JSON.stringify(headers),
      location: `/login?return=${encodeURIComponent(url)}`,
    });
    response.end(
      type.endsWith('json') ? JSON.stringify({ detail, headers }) : `<html><p>${detail}</p></html>`,
    );
  };

/** Answers a query with these accounts. */
export const find =
  (...accounts: readonly object[]): Fault =>
  (response) => {
    const list = { schemas: [listResponse], totalResults: accounts.length, Resources: accounts };
    response.writeHead(200, { 'content-type': 'application/scim+json' }).end(JSON.stringify(list));
  };

/** Answers well, but as another media type. */
export const answerAs =
  (type: string, body: string | Uint8Array = emptyList): Fault =>
  (response) => {
    response.writeHead(200, { 'content-type': type }).end(body);
  };

/** Does as it is told and says nothing. */
export const obeySilently: Fault = (response, request) => {
  request.resume().on('end', () => response.writeHead(204).end());
};

/** Never answers. */
export const hang: Fault = () => undefined;

/** Begins a body and goes on a byte at a time. */
export const drip: Fault = (response) => {
  response.writeHead(200, { 'content-type': 'application/scim+json' });
  response.write('{');
  const timer = setInterval(() => response.write(' '), 50);
  response.on('close', () => {
    clearInterval(timer);
  });
};

/** Breaks off within the body. */
export const breakOff: Fault = (response) => {
  response.writeHead(200, { 'content-type': 'application/scim+json', 'content-length': '1000' });
  response.write('{"schemas":');
  setTimeout(() => response.destroy(), 20);
};

/** Ends the body in the middle of its JSON. */
export const truncate: Fault = (response) => {
  response.writeHead(200, { 'content-type': 'application/scim+json' }).end(emptyList.slice(0, 40));
};

/** Sends 50 MB, as far as they are read. */
export const flood: Fault = (response) => {
  const piece = Buffer.alloc(1 << 20, ' ');
  response.writeHead(200, { 'content-type': 'application/scim+json' });
  const pour = (left: number): void => {
    if (left === 0) response.end(emptyList);
    else if (!response.destroyed) {
      response.write(piece, () => {
        pour(left - 1);
      });
    }
  };
  pour(50);
};

/** Misbehaves once, then answers as it should. */
export function once(fault: Fault): Fault {
  let isOver = false;
  return (response, request) => {
    if (isOver) answerWell(request, response);
    else fault(response, request);
    isOver = true;
  };
}
