import { afterEach, describe, expect, test } from '@jest/globals';
import { createServer } from 'node:net';
import type { HttpOutcome, Limits } from '../../src/http/index.js';
import { get, never, openBench } from './loopback.js';

const bench = openBench();
afterEach(() => bench.closeAll());

const ask = (url: string, limits: Partial<Limits> = {}, signal = never()): Promise<HttpOutcome> =>
  bench.client({ limits }).send(get(url), signal);

/** A port where nothing listens: one that was free a moment ago. */
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });

describe('without a connection', () => {
  test.each(['127.0.0.1', 'localhost'])(
    'a refusal by %s is told within a second, with host, port and cause',
    async (host) => {
      const port = await freePort();
      const begun = Date.now();
      expect(await ask(`http://${host}:${port}/scim`)).toEqual({
        noAnswer: { kind: 'refused', message: `${host}:${port} refused the connection (ECONNREFUSED)` },
      });
      expect(Date.now() - begun).toBeLessThan(1000);
    },
  );

  // RFC 6761 section 6.4: names below .invalid never exist.
  test('an unknown name is trouble of the name service', async () => {
    expect(await ask('https://scim.invalid/v2')).toMatchObject({
      noAnswer: { kind: 'dns', message: expect.stringContaining('scim.invalid:443') },
    });
  });

  test('a server that never finishes the handshake meets the limit for connecting', async () => {
    const { port } = await bench.listenRaw(() => undefined);
    expect(await ask(`https://127.0.0.1:${port}/`, { connect: 200 })).toMatchObject({
      noAnswer: {
        kind: 'timeout',
        message: expect.stringMatching(
          /^no connection to 127\.0\.0\.1:\d+ within \d+\.\d s \(limit for connect: 0\.2 s\)$/,
        ),
      },
    });
  });

  test('offline nothing is contacted, not even this machine', async () => {
    const { port, connections } = await bench.listen((_, response) => response.end());
    const client = bench.client({ offline: true });
    expect(await client.send(get(`http://127.0.0.1:${port}/`), never())).toEqual({
      noAnswer: { kind: 'offline', message: `127.0.0.1:${port} was not contacted` },
    });
    expect(connections()).toBe(0);
  });
});

describe('without an end', () => {
  test('a server that says nothing meets the limit of a request', async () => {
    const { port } = await bench.listen(() => undefined);
    expect(await ask(`http://127.0.0.1:${port}/`, { request: 150 })).toMatchObject({
      noAnswer: {
        kind: 'timeout',
        message: expect.stringMatching(
          /^no answer from 127\.0\.0\.1:\d+ within 0\.\d s \(limit for a request: 0\.1 s\)$/,
        ),
      },
    });
  });

  test('a server that says nothing meets the limit for headers', async () => {
    const { port } = await bench.listen(() => undefined);
    expect(await ask(`http://127.0.0.1:${port}/`, { headers: 200 })).toMatchObject({
      noAnswer: {
        kind: 'timeout',
        message: expect.stringMatching(/^no answer from .* \(limit for headers: 0\.2 s\)$/),
      },
    });
  });

  test('a body that trickles meets the limit of a request', async () => {
    const { port } = await bench.listen((_, response) => {
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => {
        clearInterval(timer);
      });
    });
    expect(await ask(`http://127.0.0.1:${port}/`, { request: 200 })).toMatchObject({
      noAnswer: { kind: 'timeout', message: expect.stringMatching(/^no complete answer from /) },
    });
  });

  test('a body that stops meets the limit for the body', async () => {
    const { port } = await bench.listen((_, response) => response.write('{'));
    expect(await ask(`http://127.0.0.1:${port}/`, { body: 200 })).toMatchObject({
      noAnswer: {
        kind: 'timeout',
        message: expect.stringMatching(/^the answer stopped .* \(limit for body: 0\.2 s\)$/),
      },
    });
  });
});

describe('broken off', () => {
  test('before the answer', async () => {
    const { port } = await bench.listen((request) => request.socket.destroy());
    expect(await ask(`http://127.0.0.1:${port}/`)).toMatchObject({ noAnswer: { kind: 'reset' } });
  });

  test('within the body', async () => {
    const { port } = await bench.listen((_, response) => {
      response.writeHead(200).write('{"Resources":[');
      setTimeout(() => response.destroy(), 20);
    });
    expect(await ask(`http://127.0.0.1:${port}/`)).toMatchObject({
      noAnswer: { kind: 'reset', message: expect.stringContaining(`127.0.0.1:${port}`) },
    });
  });

  test('a body shorter than announced is no answer', async () => {
    const { port } = await bench.listenRaw((socket) => {
      socket.once('data', () =>
        socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"totalResults":0}'),
      );
    });
    expect(await ask(`http://127.0.0.1:${port}/`)).toMatchObject({ noAnswer: { kind: 'reset' } });
  });

  test.each(['keep-alive', 'close'])(
    'a chunked body without its end is no answer (%s)',
    async (connection) => {
      const { port } = await bench.listenRaw((socket) => {
        const head = `HTTP/1.1 200 OK\r\nconnection: ${connection}\r\ntransfer-encoding: chunked\r\n\r\n`;
        socket.once('data', () => socket.end(`${head}12\r\n{"totalResults":0}\r\n`));
      });
      expect(await ask(`http://127.0.0.1:${port}/`)).toMatchObject({ noAnswer: { kind: 'reset' } });
    },
  );

  test('what is not HTTP is unreadable', async () => {
    const { port } = await bench.listenRaw((socket) => socket.end('220 mail.example ESMTP\r\n'));
    expect(await ask(`http://127.0.0.1:${port}/`)).toMatchObject({ noAnswer: { kind: 'unreadable' } });
  });

  test('headers without end are too large', async () => {
    const { port } = await bench.listenRaw((socket) => {
      socket.once('data', () => socket.write(`HTTP/1.1 200 OK\r\nx: ${'a'.repeat(100_000)}\r\n\r\n`));
    });
    expect(await ask(`http://127.0.0.1:${port}/`)).toMatchObject({ noAnswer: { kind: 'tooLarge' } });
  });
});

describe('stopped', () => {
  test('before it was sent', async () => {
    const { port, connections } = await bench.listen((_, response) => response.end());
    expect(await ask(`http://127.0.0.1:${port}/`, {}, AbortSignal.abort())).toEqual({
      noAnswer: { kind: 'aborted', message: `stopped before the request to 127.0.0.1:${port} was sent` },
    });
    expect(connections()).toBe(0);
  });

  test.each([
    ['before the answer', ''],
    ['within the body', '{'],
  ])('by the user %s', async (_when, begun) => {
    const stop = new AbortController();
    const { port } = await bench.listen((_, response) => {
      if (begun !== '') response.write(begun);
      setTimeout(() => {
        stop.abort();
      }, 30);
    });
    expect(await ask(`http://127.0.0.1:${port}/`, {}, stop.signal)).toEqual({
      noAnswer: { kind: 'aborted', message: `stopped during the request to 127.0.0.1:${port}` },
    });
  });

  test('by the time limit of the run', async () => {
    const { port } = await bench.listen(() => undefined);
    expect(await ask(`http://127.0.0.1:${port}/`, {}, AbortSignal.timeout(50))).toEqual({
      noAnswer: {
        kind: 'timeout',
        message: `the time limit of the whole run ended during the request to 127.0.0.1:${port}`,
      },
    });
  });
});
