import { createServer as createHttpServer } from 'node:http';
import { connect } from 'node:net';
import type { Bench, Loopback } from './loopback.js';

export interface TestProxy extends Loopback {
  /** hosts that tunnels were asked for, with the credential */
  readonly tunnels: { readonly to: string; readonly credential: string | undefined }[];
}

/** A proxy that takes every host for this machine, or refuses with a status. */
export async function listenAsProxy(bench: Bench, refusal?: number): Promise<TestProxy> {
  const tunnels: { to: string; credential: string | undefined }[] = [];
  const server = createHttpServer();
  server.on('connect', (request, socket) => {
    const to = request.url ?? '';
    tunnels.push({ to, credential: request.headers['proxy-authorization'] });
    if (refusal !== undefined) {
      socket.end(`HTTP/1.1 ${refusal} No\r\n\r\n`);
      return;
    }
    const onward = connect(Number(to.split(':')[1]), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connected\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => socket.destroy());
    socket.on('error', () => onward.destroy());
  });
  const loopback = await bench.listenRaw((socket) => server.emit('connection', socket));
  return { ...loopback, tunnels };
}
