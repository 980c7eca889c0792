import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import {
  type AddressInfo,
  createServer as createSocketServer,
  type Server as SocketServer,
  type Socket,
} from 'node:net';
import {
  createHttpClient,
  type HttpClient,
  type HttpClientOptions,
  type HttpRequest,
} from '../../src/http/index.js';

/** A real server on this machine, ended by `closeAll`. */
export interface Loopback {
  readonly port: number;
  /** connections that were opened to it */
  readonly connections: () => number;
}

/** Servers and clients of one test, so that they can all be ended after it. */
export interface Bench {
  listen(listener: RequestListener): Promise<Loopback>;
  listenSecurely(certificate: string, listener: RequestListener): Promise<Loopback>;
  /** a server that speaks no HTTP of its own */
  listenRaw(onSocket: (socket: Socket) => void): Promise<Loopback>;
  client(options?: Partial<HttpClientOptions>): HttpClient;
  closeAll(): Promise<void>;
}

/** A file of the folder `certificates`. */
export const readCertificate = (name: string): string =>
  readFileSync(new URL(`certificates/throw-away-${name}.pem`, import.meta.url), 'utf8');

export function openBench(): Bench {
  const servers: (Server | SocketServer)[] = [];
  const sockets = new Set<Socket>();
  const clients: HttpClient[] = [];

  async function start(server: Server | SocketServer): Promise<Loopback> {
    let connections = 0;
    server.on('connection', (socket: Socket) => {
      connections += 1;
      sockets.add(socket);
      socket.on('error', () => undefined);
    });
    servers.push(server);
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return { port: (server.address() as AddressInfo).port, connections: () => connections };
  }

  return {
    listen: (listener) => start(createServer(listener)),
    listenSecurely: (name, listener) =>
      start(createSecureServer({ key: readCertificate('key'), cert: readCertificate(name) }, listener)),
    listenRaw: (onSocket) => start(createSocketServer(onSocket)),
    client(options) {
      const client = createHttpClient({ environment: {}, offline: false, clock: Date.now, ...options });
      clients.push(client);
      return client;
    },
    async closeAll() {
      await Promise.all(clients.splice(0).map((client) => client.close()));
      for (const socket of sockets) socket.destroy();
      await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}

export const get = (url: string): HttpRequest => ({ method: 'GET', url, headers: {} });

export const never = (): AbortSignal => new AbortController().signal;
