import { afterEach, describe, expect, test } from '@jest/globals';
import type { HttpOutcome } from '../../src/http/index.js';
import { get, type Loopback, never, openBench, readCertificate } from './loopback.js';
import { listenAsProxy } from './loopback-proxy.js';

const bench = openBench();
afterEach(() => bench.closeAll());

const listenAsTarget = (): Promise<Loopback> =>
  bench.listenSecurely('server', (_, response) => response.end('{"from":"target"}'));

const ask = (
  port: number,
  environment: Record<string, string>,
  host = 'scim.example.test',
): Promise<HttpOutcome> =>
  bench
    .client({ environment, ca: readCertificate('authority') })
    .send(get(`https://${host}:${port}/`), never());

describe('a proxy of the environment', () => {
  test.each(['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY'])('is used: %s', async (variable) => {
    const proxy = await listenAsProxy(bench);
    const { port } = await listenAsTarget();
    const outcome = await ask(port, { [variable]: `http://127.0.0.1:${proxy.port}` });
    expect(outcome).toMatchObject({ answer: { body: '{"from":"target"}' } });
    expect(proxy.tunnels).toEqual([{ to: `scim.example.test:${port}`, credential: undefined }]);
  });

  test('is used without scheme, and with user name and password', async () => {
    const proxy = await listenAsProxy(bench);
    const { port } = await listenAsTarget();
    await ask(port, { HTTPS_PROXY: `me:p%40ss@127.0.0.1:${proxy.port}` });
    const credential = `Basic ${Buffer.from('me:p@ss').toString('base64')}`;
    expect(proxy.tunnels).toEqual([{ to: `scim.example.test:${port}`, credential }]);
  });

  test.each(['scim.example.test', '.example.test', 'other,example.test', '*'])(
    'is passed by for the hosts of NO_PROXY: %s',
    async (hosts) => {
      const proxy = await listenAsProxy(bench);
      const { port } = await listenAsTarget();
      const environment = { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`, NO_PROXY: hosts };
      // The name exists only in the proxy, so the direct way fails in the name service.
      expect(await ask(port, environment)).toMatchObject({ noAnswer: { kind: 'dns' } });
      expect(proxy.tunnels).toEqual([]);
    },
  );

  test('is never used for this machine', async () => {
    const proxy = await listenAsProxy(bench);
    const { port } = await listenAsTarget();
    const outcome = await ask(port, { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` }, 'localhost');
    expect(outcome).toMatchObject({ answer: { status: 200 } });
    expect(proxy.tunnels).toEqual([]);
  });

  test('sees no certificate of the target: a wrong one is trouble of the target', async () => {
    const proxy = await listenAsProxy(bench);
    const { port } = await bench.listenSecurely('expired', (_, response) => response.end());
    const outcome = await ask(port, { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` });
    expect(outcome).toMatchObject({ noAnswer: { kind: 'tls' } });
  });
});

// "Azure Instance Metadata Service": requests to it must bypass web proxies. Nothing answers there but on Azure.
test('a proxy is never used for the identity endpoint of Azure', async () => {
  const proxy = await bench.listen((_, response) => response.end('through the proxy'));
  const client = bench.client({
    environment: { HTTP_PROXY: `http://127.0.0.1:${proxy.port}` },
    limits: { connect: 200, request: 400 },
  });
  await client.send(get('http://169.254.169.254/metadata/instance'), never());
  expect(proxy.connections()).toBe(0);
});

test('a faulty variable does not keep this machine from being reached', async () => {
  const { port } = await listenAsTarget();
  expect(await ask(port, { HTTPS_PROXY: 'http://' }, 'localhost')).toMatchObject({ answer: { status: 200 } });
});

describe('a proxy that cannot be used', () => {
  test.each([407, 403, 502])('for it answers %s is named with it', async (status) => {
    const proxy = await listenAsProxy(bench, status);
    const outcome = await ask(443, { HTTPS_PROXY: `http://me:hush-hush@127.0.0.1:${proxy.port}` });
    expect(outcome).toMatchObject({
      noAnswer: {
        kind: 'proxy',
        message: expect.stringContaining(
          `proxy 127.0.0.1:${proxy.port} refused a tunnel to scim.example.test:443 with ${status}`,
        ),
      },
    });
    expect(JSON.stringify(outcome)).not.toContain('hush-hush');
  });

  test('for nothing listens there is named', async () => {
    const proxy = await listenAsProxy(bench);
    await bench.closeAll();
    const outcome = await ask(443, { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` });
    expect(outcome).toEqual({
      noAnswer: {
        kind: 'proxy',
        message: `proxy 127.0.0.1:${proxy.port} cannot be used: 127.0.0.1:${proxy.port} refused the connection (ECONNREFUSED)`,
      },
    });
  });

  test('for it hangs up is named, at once', async () => {
    const { port } = await bench.listenRaw((socket) => socket.once('data', () => socket.destroy()));
    const outcome = await ask(443, { HTTPS_PROXY: `http://127.0.0.1:${port}` });
    expect(outcome).toMatchObject({ noAnswer: { kind: 'proxy' } });
  });

  test.each([
    ['http://', 'HTTPS_PROXY is not a URL'],
    ['socks5://127.0.0.1:1', 'HTTPS_PROXY names a proxy of the kind socks5: and not http: or https:'],
    ['http://me:50%@127.0.0.1:1', 'HTTPS_PROXY holds a user name or password with a stray %'],
  ])('for its variable is wrong is told without its value: %s', async (value, message) => {
    expect(await ask(443, { HTTPS_PROXY: value })).toEqual({ noAnswer: { kind: 'proxy', message } });
  });
});
