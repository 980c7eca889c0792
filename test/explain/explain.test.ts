import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { catalogue } from '../../src/diagnostics/catalogue.js';
import { allCodes, explainCode, explainRecord, explainWord } from '../../src/explain/index.js';
import { readLog } from '../../src/provisioning-log/index.js';
import { findWord, serviceWords } from '../../src/service-words/index.js';

const read = (path: string | URL): unknown => JSON.parse(readFileSync(path, 'utf8'));
const own = (name: string): URL => new URL(`../../fixtures/provisioning-logs/${name}`, import.meta.url);

describe('explaining a word', () => {
  test('a code of ours is explained from the catalogue, with the portal’s word', () => {
    const explained = explainWord(' Scope/Out-of-scope ');
    expect(explained).toMatchObject({ kind: 'code', title: catalogue['scope/out-of-scope'].title });
    expect(explained.kind === 'code' && explained.service.map(({ word }) => word)).toContain(
      'NotEffectivelyEntitled',
    );
  });

  test('a word of the portal leads to our codes', () => {
    const explained = explainWord('DuplicateTargetEntries');
    expect(explained.kind === 'word' && explained.ours.map(({ code }) => code)).toContain('match/ambiguous');
  });

  test('a slip gets the nearest, in codes and in words; nonsense gets none', () => {
    expect(explainWord('scope/out-of-scop')).toMatchObject({
      kind: 'unknown',
      nearest: 'scope/out-of-scope',
    });
    expect(explainWord('RedundantExprt')).toMatchObject({ kind: 'unknown', nearest: 'RedundantExport' });
    expect(explainWord('out-of-scope')).toMatchObject({ kind: 'unknown', nearest: 'scope/out-of-scope' });
    expect(explainWord('qqqqqqqqqqqq')).toMatchObject({ kind: 'unknown', nearest: null });
  });

  test('both ways agree: a word that a code names is in a table', () => {
    const missing = allCodes().flatMap((code) =>
      explainCode(code)
        .service.filter(({ word }) => findWord(word, serviceWords) === undefined)
        .map(({ word }) => `${code}: ${word}`),
    );
    expect(missing).toEqual([]);
  });

  test('no page shows what JavaScript says of a missing value', () => {
    for (const code of allCodes()) {
      const { message, advice } = explainCode(code);
      expect([code, JSON.stringify([message, advice])]).toEqual([
        code,
        expect.not.stringMatching(/undefined|\[object|NaN/),
      ]);
    }
  });
});

describe('explaining a record', () => {
  test('the answer of the target is decoded out of the reason', () => {
    const [record] = readLog(read(own('create-conflict.json'))) ?? [];
    const { reason, codes, todo, means } = explainRecord(record!);
    expect(reason).toMatchObject({
      statusCode: 'Conflict',
      scim: { status: '409', scimType: 'uniqueness', detail: 'mail is used by another account' },
      retried: '0',
      nextRetry: expect.stringContaining('2026-03-02T14:30:00'),
    });
    expect(codes).toContain('action/conflict');
    expect(todo[0]).toContain('mail is used by another account');
    expect(means).not.toBeNull();
  });

  test('a list holds several; the clauses of the filters come out of ScopeEvaluationResult', () => {
    const records = readLog(read(own('skipped-list.json'))) ?? [];
    expect(records.map(({ status }) => status)).toEqual(['skipped', 'failure']);
    const scoping = explainRecord(records[0]!).steps[1];
    expect(scoping).toMatchObject({
      number: 3,
      clauses: [
        { clause: "Sales staff.department EQUALS 'Sales'", result: true },
        { clause: "Sales staff.country EQUALS 'AT'", result: false },
      ],
    });
  });

  test('an answer of provisionOnDemand is JSON inside JSON; old property names get the present label', () => {
    const [record] = readLog(read(own('on-demand-redundant.json'))) ?? [];
    expect(record).toMatchObject({
      from: 'provisionOnDemand',
      status: 'Skipped',
      errorCode: 'RedundantExport',
    });
    const { steps, todo } = explainRecord(record!);
    expect(steps.map(({ number }) => number)).toEqual([2, 4, 3, 5]);
    expect(steps[2]?.details[0]).toMatchObject({ name: 'IsActive', label: 'Active in the source system' });
    expect(todo).toEqual([]);
  });

  test('an empty answer says what its envelope says', () => {
    expect(readLog(read(own('on-demand-empty.json')))).toMatchObject([{ status: 'Success', steps: [] }]);
  });

  test('other documents are no logs', () => {
    for (const document of [null, 1, 'x', [], {}, { users: [] }, { value: [] }, { synchronizationRules: [] }])
      expect([document, readLog(document)]).toEqual([document, undefined]);
  });
});

const shared = fileURLToPath(new URL('../../../shared/data/graph-samples/', import.meta.url));
const present = existsSync(shared);
if (!present) console.info('skipped: the optional samples in ../shared/data/graph-samples are not here');

(present ? describe : describe.skip)('published records', () => {
  const files = (present ? readdirSync(shared) : []).filter((name) =>
    /^provision.*(?:response|log)\..*json$|^provisioning-log/.test(name),
  );
  test.each(files)('%s is read, each step with its number and meaning', (name) => {
    const records = readLog(read(`${shared}${name}`));
    expect(records?.length).toBeGreaterThan(0);
    for (const { steps } of (records ?? []).map(explainRecord))
      for (const { number, means, step } of steps)
        expect([step.name, number !== null, means !== '']).toEqual([step.name, true, true]);
  });
});
