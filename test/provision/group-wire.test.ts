import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { type GroupRun, Harbour, writesOf } from './harbour.js';

interface Case {
  readonly name: string;
  readonly source: string;
  readonly run: GroupRun;
  readonly requests: readonly unknown[];
}

const cases = JSON.parse(
  readFileSync(new URL('../cases/group-wire.json', import.meta.url), 'utf8'),
) as Case[];

describe('what is written for a group', () => {
  test.each(cases.map((one) => [one.name, one] as const))('%s', async (_name, { run, requests }) => {
    expect(writesOf(await new Harbour().run({ ...run, dryRun: true }))).toEqual(requests);
  });

  test.each(cases.map((one) => [one.name, one] as const))(
    '%s: so a real run sends it',
    async (_name, one) => {
      const report = await new Harbour().run(one.run);
      const wanted = JSON.parse(JSON.stringify(one.requests).replaceAll('{id}', 'created-1')) as unknown;
      expect(writesOf(report)).toEqual(wanted);
    },
  );

  test('the look-up asks for a group without its members, by the group mapping', async () => {
    const report = await new Harbour().run({ group: 'Cooks', dryRun: true });
    const [lookup] = report.exchanges.filter(({ step }) => step === 'matchUser');
    // scim-client reference 2: GET /Groups?excludedAttributes=members&filter=displayName eq "X"
    expect(lookup?.url).toBe(
      'fixture:target.json/Groups?excludedAttributes=members&filter=displayName+eq+%22Cooks%22',
    );
  });

  test('users are probed by their own matching attribute, and groups as well', async () => {
    const report = await new Harbour().run({ group: 'Cooks', dryRun: true });
    const probes = report.exchanges.filter(({ step }) => step === 'testConnection').map(({ url }) => url);
    expect(probes.map((url) => url.replace(/%22.*/, ''))).toEqual([
      'fixture:target.json/Users?filter=userName+eq+',
      'fixture:target.json/Groups?excludedAttributes=members&filter=displayName+eq+',
    ]);
  });
});
