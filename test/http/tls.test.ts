import { afterEach, describe, expect, test } from '@jest/globals';
import { findCertificateFault, type HttpClientOptions, type HttpOutcome } from '../../src/http/index.js';
import { get, never, openBench, readCertificate } from './loopback.js';

const bench = openBench();
afterEach(() => bench.closeAll());

const authority = readCertificate('authority');

const ask = async (certificate: string, options: Partial<HttpClientOptions> = {}): Promise<HttpOutcome> => {
  const { port } = await bench.listenSecurely(certificate, (_, response) => response.end('{}'));
  return bench.client(options).send(get(`https://localhost:${port}/`), never());
};

describe('a certificate', () => {
  test('of an authority that nobody knows is refused, with the reason', async () => {
    expect(await ask('server')).toMatchObject({
      noAnswer: {
        kind: 'tls',
        message: expect.stringMatching(
          /^localhost:\d+: it sent its own certificate alone, and the authority that signed it is not trusted here \(/,
        ),
        tls: 'incompleteChain',
      },
    });
  });

  test('of an authority that was named is accepted', async () => {
    expect(await ask('server', { ca: authority })).toMatchObject({ answer: { status: 200 } });
  });

  test('of the authority of NODE_EXTRA_CA_CERTS is accepted also when another one is named', async () => {
    const file = new URL('certificates/throw-away-authority.pem', import.meta.url).pathname;
    const options = { ca: readCertificate('expired'), environment: { NODE_EXTRA_CA_CERTS: file } };
    expect(await ask('server', options)).toMatchObject({ answer: { status: 200 } });
  });

  test('that has expired is refused, with the reason', async () => {
    expect(await ask('expired', { ca: authority })).toMatchObject({
      noAnswer: {
        kind: 'tls',
        message: expect.stringContaining('its certificate has expired (CERT_HAS_EXPIRED)'),
        tls: 'expired',
      },
    });
  });

  test('for another host is refused, and says for which', async () => {
    expect(await ask('other-host', { ca: authority })).toMatchObject({
      noAnswer: {
        kind: 'tls',
        message: expect.stringContaining('its certificate is for another host: elsewhere.example.test'),
        tls: 'wrongHost',
      },
    });
  });
});

test('a port that speaks plain http is told to speak no TLS', async () => {
  const { port } = await bench.listen((_, response) => response.end());
  expect(await bench.client().send(get(`https://localhost:${port}/`), never())).toMatchObject({
    noAnswer: {
      kind: 'tls',
      message: expect.stringContaining('it does not speak TLS at this port'),
      tls: 'noTls',
    },
  });
});

test('a port that speaks TLS does not answer plain http', async () => {
  const { port } = await bench.listenSecurely('server', (_, response) => response.end());
  const outcome = await bench.client().send(get(`http://localhost:${port}/`), never());
  expect(outcome).not.toHaveProperty('answer.status', 200);
});

describe('the text of an authority', () => {
  test.each([
    [authority, undefined],
    [`subject=CN = some authority\n${authority}\n${readCertificate('server')}`, undefined],
    ['', 'it holds no certificate in PEM form'],
    ['0\u0082\u0003', 'it holds no certificate in PEM form'],
    [readCertificate('key'), 'it holds no certificate in PEM form'],
    [
      `${authority}-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n`,
      'certificate 2 of 2 cannot be read',
    ],
  ])('is judged before it is used (%#)', (pem, fault) => {
    expect(findCertificateFault(pem)).toBe(fault);
  });
});
