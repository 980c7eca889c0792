import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { format } from 'prettier';
import { verificationJsonSchema } from '../../src/report/json-schema.js';
import { expectStored } from '../report/stored.js';
import { idsOf, openContoso, verify } from './contoso-target.js';

const methodsOf = (sent: readonly { readonly method: string }[]): string[] =>
  sent.map(({ method }) => method);

describe('a dry run (design, section 2: it reads everything and writes nothing)', () => {
  // Design, section 2, number 1: a dry run predicts.
  test.each(['default', 'compliant'] as const)(
    'plans the requests that a run then sends, ids aside: cycles in the %s dialect',
    async (cycleDialect) => {
      const dry = openContoso();
      const planned = (await verify(dry, { dryRun: true, cycleDialect })).exchanges.filter(
        (exchange) => exchange.planned,
      );
      const real = openContoso();
      await verify(real, { cycleDialect });
      const sent = real.sent.filter(({ method }) => method !== 'GET');
      const withoutIds = (path: string): string => path.replace(/\/(new-\d+|\{id\})$/, '/{id}');
      const textOf = (body: unknown): string =>
        (JSON.stringify(body) as string | undefined)?.replace(/new-2|\{id of the manager\}/g, '{manager}') ??
        '';
      expect(
        planned.map(({ method, url, requestBody }) => [
          method,
          withoutIds(url.replace('fixture:target.json', '')),
          textOf(requestBody ?? undefined),
        ]),
      ).toEqual(sent.map(({ method, path, body }) => [method, withoutIds(path), textOf(body)]));
      expect(new Set(methodsOf(dry.sent))).toEqual(new Set(['GET']));
    },
  );
});

describe('nothing is written', () => {
  test.each([
    ['refused', 'verification/consent-refused'],
    ['unavailable', 'verification/consent-missing'],
  ] as const)('without consent: %s', async (answer, code) => {
    const target = openContoso();
    const verification = await verify(target, { askConsent: () => Promise.resolve(answer) });
    expect(new Set(methodsOf(target.sent))).toEqual(new Set(['GET']));
    expect(verification.diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
    expect(verification.outcome.status).toBe('incomplete');
  });

  test.each(['unauthorized', 'emptyListAs404', 'filterIgnored'])(
    'and nobody is asked for consent, where the reads were not clean: %s',
    async (quirk) => {
      const target = openContoso([quirk]);
      await verify(target, { askConsent: () => Promise.reject(new Error('asked')) });
      expect(new Set(methodsOf(target.sent))).toEqual(new Set(['GET']));
    },
  );

  test('after a time limit that had passed before', async () => {
    const abort = new AbortController();
    const target = openContoso([], () => {
      abort.abort(new DOMException('late', 'TimeoutError'));
      return undefined;
    });
    const verification = await verify(target, { signal: abort.signal });
    expect(new Set(methodsOf(target.sent))).toEqual(new Set(['GET']));
    expect(verification.diagnostics.map(({ code }) => code)).toEqual(['run/timed-out']);
    expect(idsOf(verification, 'fail')).toEqual([]);
  });
});

describe('the document', () => {
  test('is described by docs/verification.schema.json', async () => {
    const made = await format(JSON.stringify(verificationJsonSchema()), { parser: 'json', printWidth: 110 });
    expectStored(new URL('../../docs/verification.schema.json', import.meta.url), made);
  });

  test.each([[[]], [['unauthorized']], [['serverError']], [['hideInactive']]])(
    'keeps to its schema: %j',
    async (quirks) => {
      const schema = JSON.parse(
        readFileSync(new URL('../../docs/verification.schema.json', import.meta.url), 'utf8'),
      ) as object;
      const validate = new Ajv({ allErrors: true, strict: true }).compile(schema);
      validate(JSON.parse(JSON.stringify(await verify(openContoso(quirks)))));
      expect(validate.errors ?? []).toEqual([]);
    },
  );
});
