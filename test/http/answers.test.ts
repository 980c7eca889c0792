import { afterEach, describe, expect, test } from '@jest/globals';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { HttpOutcome } from '../../src/http/index.js';
import { get, never, openBench } from './loopback.js';

const bench = openBench();
afterEach(() => bench.closeAll());

const answerWith = async (
  headers: Record<string, string | string[]>,
  body: Uint8Array | string,
  limits = {},
): Promise<HttpOutcome> => {
  const { port } = await bench.listen((_, response) => response.writeHead(200, headers).end(body));
  return bench.client({ limits }).send(get(`http://127.0.0.1:${port}/Users`), never());
};

describe('a request', () => {
  test('arrives as it was given, with no other headers than those of the connection', async () => {
    const seen: unknown[] = [];
    const { port } = await bench.listen((request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        const body = Buffer.concat(pieces).toString();
        seen.push({ method: request.method, url: request.url, headers: request.headers, body });
        response.writeHead(201, { location: '/Users/1' }).end('{"id":"1"}');
      });
    });
    const outcome = await bench.client().send(
      {
        method: 'POST',
        url: `http://127.0.0.1:${port}/Users?a=b+c&d=%22`,
        headers: { 'content-type': 'application/scim+json', authorization: 'Bearer t' },
        body: '{"userName":"jürgen"}',
      },
      never(),
    );
    expect(seen).toEqual([
      {
        method: 'POST',
        url: '/Users?a=b+c&d=%22',
        headers: {
          host: `127.0.0.1:${port}`,
          connection: 'keep-alive',
          'accept-encoding': 'identity',
          'content-type': 'application/scim+json',
          authorization: 'Bearer t',
          'content-length': '22',
        },
        body: '{"userName":"jürgen"}',
      },
    ]);
    expect(outcome).toMatchObject({
      answer: { status: 201, headers: { location: '/Users/1' }, body: '{"id":"1"}' },
    });
  });

  test('uses the connection of the one before it', async () => {
    const { port, connections } = await bench.listen((_, response) => response.end('{}'));
    const client = bench.client();
    for (let count = 0; count < 3; count += 1) await client.send(get(`http://127.0.0.1:${port}/`), never());
    expect(connections()).toBe(1);
  });

  test('is not led to another host by a redirect', async () => {
    const visits: (string | undefined)[] = [];
    const elsewhere = await bench.listen((request, response) => {
      visits.push(request.headers.authorization);
      response.end();
    });
    const { port } = await bench.listen((_, response) => {
      response.writeHead(307, { location: `http://127.0.0.1:${elsewhere.port}/sign-in` }).end();
    });
    const request = {
      ...get(`http://127.0.0.1:${port}/Users`),
      headers: { authorization: 'Bearer secret-token' },
    };
    expect(await bench.client().send(request, never())).toMatchObject({
      answer: { status: 307, headers: { location: `http://127.0.0.1:${elsewhere.port}/sign-in` } },
    });
    expect(visits).toEqual([]);
  });
});

describe('an answer', () => {
  test.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('compressed without being asked to is unpacked: %s', async (encoding, pack) => {
    const outcome = await answerWith({ 'content-encoding': encoding }, pack('{"totalResults":0}'));
    expect(outcome).toMatchObject({ answer: { body: '{"totalResults":0}' } });
  });

  test('that is not compressed as it says is unreadable', async () => {
    const outcome = await answerWith({ 'content-encoding': 'gzip' }, '{"totalResults":0}');
    expect(outcome).toMatchObject({ noAnswer: { kind: 'unreadable' } });
  });

  test('that unpacks to more than the bound is too large', async () => {
    const outcome = await answerWith({ 'content-encoding': 'gzip' }, gzipSync('a'.repeat(5000)), {
      bytes: 4999,
    });
    expect(outcome).toMatchObject({ noAnswer: { kind: 'tooLarge' } });
  });

  test('is decoded by the charset of its content type', async () => {
    const outcome = await answerWith(
      { 'content-type': 'application/json; charset=ISO-8859-1' },
      Buffer.from('"jürgen"', 'latin1'),
    );
    expect(outcome).toMatchObject({ answer: { body: '"jürgen"' } });
    expect(outcome).not.toHaveProperty('answer.charsetFault');
  });

  test('whose bytes do not fit its charset says so, and shows the rest', async () => {
    const outcome = await answerWith(
      { 'content-type': 'application/json' },
      Buffer.from('"jürgen"', 'latin1'),
    );
    expect(outcome).toMatchObject({
      answer: { body: '"j\ufffdrgen"', charsetFault: { kind: 'unfit', charset: 'utf-8' } },
    });
  });

  test('with an unknown charset is read as UTF-8, and says so', async () => {
    const outcome = await answerWith({ 'content-type': 'application/json; charset="klingon"' }, '"jürgen"');
    expect(outcome).toMatchObject({
      answer: { body: '"jürgen"', charsetFault: { kind: 'unknown', charset: 'klingon' } },
    });
  });

  test('with several headers of one name has them in one line', async () => {
    const outcome = await answerWith({ 'www-authenticate': ['Bearer', 'Basic realm="x"'] }, '');
    expect(outcome).toMatchObject({ answer: { headers: { 'www-authenticate': 'Bearer, Basic realm="x"' } } });
  });

  test('of 50 MB is not read to its end', async () => {
    const piece = Buffer.alloc(1024 * 1024, 'a');
    let sent = 0;
    const { port } = await bench.listen((_, response) => {
      const write = (): void => {
        while (sent < 50 && !response.destroyed) {
          sent += 1;
          if (!response.write(piece)) return void response.once('drain', write);
        }
        response.end();
      };
      write();
    });
    const outcome = await bench.client().send(get(`http://127.0.0.1:${port}/Users`), never());
    expect(outcome).toEqual({
      noAnswer: {
        kind: 'tooLarge',
        message: `the answer of 127.0.0.1:${port} is larger than the 10,485,760 bytes that are read`,
      },
    });
    expect(sent).toBeLessThan(50);
  });
});
