import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Report } from '../../src/report/report.js';
import type { Verification } from '../../src/report/verification.js';
import type { ToolRun } from '../cli/run-tool.js';
import { canary, LiveTarget } from './live-target.js';
import { type Scimmy, startScimmy } from './scimmy.js';

// The service on the other side is the package scimmy-routers, which knows nothing of this tool. It is strict: it wants JSON
// booleans and a manager as an object, refuses a path filter without a hit with noTarget (RFC 7644 section 3.5.2.3 asks for
// that of replace alone), and does not know the extension of the bundled schema. What each means to the service stands in
// the reference on the SCIM client, sections 7, 8, 9 and 11.

// Two starts of the tool in one test, on a machine that may have other things to do.
jest.setTimeout(30_000);

let scimmy: Scimmy;
const open: LiveTarget[] = [];
const somebody = { id: '1', userName: 'one@contoso.com', active: true };

beforeAll(async () => {
  scimmy = await startScimmy();
});
afterAll(() => scimmy.stop());
beforeEach(() => scimmy.seed([somebody]));
afterEach(() => {
  for (const live of open.splice(0)) live.bench.remove();
});

function pointAt(url: string): LiveTarget {
  const live = new LiveTarget(url);
  open.push(live);
  return live;
}

async function verify(
  url: string,
  args: readonly string[],
  token = canary,
): Promise<ToolRun & { readonly verification: Verification }> {
  const run = await pointAt(url).bench.run(['verify-target', '--output', 'json', ...args], {
    environment: { SCIM_TOKEN: token },
  });
  return { ...run, verification: JSON.parse(run.stdout) as Verification };
}

const verdictOf = ({ requirements }: Verification, id: string): string | undefined =>
  requirements.find((each) => each.id === id)?.verdict;

const evidenceOf = ({ requirements }: Verification, id: string): string =>
  requirements.find((each) => each.id === id)?.evidence.join('\n') ?? '';

describe('verify-target against scimmy-routers', () => {
  test('names what the service would fail on, with the words of the target, and leaves nothing behind', async () => {
    const { verification, code, stdout, stderr } = await verify(scimmy.url, ['--yes']);
    expect([code, verification.outcome.status]).toEqual([1, 'fail']);
    const verdicts = ['credentials', 'probe', 'create', 'foundAgain', 'read', 'deletion'].map((id) =>
      verdictOf(verification, id),
    );
    expect(verdicts).toEqual(['pass', 'pass', 'pass', 'pass', 'pass', 'pass']);
    for (const [id, words] of [
      ['disable', /invalidValue.*'active' expected value type 'boolean'/],
      ['filteredPath', /noTarget/],
      ['manager', /invalidValue.*'manager' expected complex value/],
      ['defaultDialect', /invalidPath.*contoso:2\.0:User:badge/],
    ] as const) {
      expect([id, verdictOf(verification, id), evidenceOf(verification, id)]).toEqual([
        id,
        'fail',
        expect.stringMatching(words),
      ]);
    }
    expect((await scimmy.look()).users).toEqual([somebody]);
    expect(stderr).toBe(`writing to ${new URL(scimmy.url).host} (no profile)\n`);
    expect(stdout + stderr).not.toContain(canary);
  });

  test('with the flag on the tenant URL an account is disabled and enabled, and the other dialect is a warning', async () => {
    const { verification } = await verify(`${scimmy.url}?aadOptscim062020`, ['--yes']);
    const verdicts = ['disable', 'disabledReturned', 'enable', 'defaultDialect'].map((id) =>
      verdictOf(verification, id),
    );
    expect(verdicts).toEqual(['pass', 'pass', 'pass', 'warning']);
    expect((await scimmy.look()).users).toEqual([somebody]);
  });

  test('a dry run and a run without consent write nothing', async () => {
    const dry = await verify(scimmy.url, ['--dry-run']);
    const asked = await verify(scimmy.url, []);
    const { requests, users } = await scimmy.look();
    expect([dry.code, asked.code]).toEqual([0, 1]);
    expect(dry.verification.exchanges.filter(({ planned }) => planned).length).toBeGreaterThan(8);
    expect(requests.filter((request) => !request.startsWith('GET '))).toEqual([]);
    expect(users).toEqual([somebody]);
  });

  test('a token that is not accepted: exit 4, and nothing was asked after the probe', async () => {
    const { verification, code } = await verify(scimmy.url, ['--yes'], 'another-token-1234');
    expect([code, verification.outcome.status]).toEqual([4, 'refused']);
    expect((await scimmy.look()).requests).toEqual(['GET /scim/Users']);
  });

  test('--offline reaches nobody: exit 1', async () => {
    const { verification, code } = await verify(scimmy.url, ['--yes', '--offline']);
    expect([code, verdictOf(verification, 'probe')]).toEqual([1, 'fail']);
    expect((await scimmy.look()).requests).toEqual([]);
  });
});

describe('--details discovery against scimmy-routers', () => {
  test('asks each endpoint once, marked as ours, and compares with the mapping', async () => {
    const live = pointAt(scimmy.url);
    const run = await live.run(['--upn', 'quentin@contoso.com', '--dry-run', '--details', 'discovery']);
    const report: Report = run.report;
    const [connection] = report.steps;
    expect(connection.details.discovery).toMatchObject({ patch: true, filter: true });
    expect(connection.diagnostics.map(({ code }) => code)).toEqual(['discovery/unknown-schema']);
    expect(run.stdout).toContain('/ResourceTypes');
    const ours = report.exchanges.filter((exchange) => exchange.ours);
    expect(ours.map(({ method, url }) => `${method} ${url.replace(scimmy.url, '')}`)).toEqual([
      'GET /ServiceProviderConfig',
      'GET /Schemas',
      'GET /ResourceTypes',
    ]);
  });

  test.each([[[]], [['--details']], [['--details', 'connection']]])(
    'asks none of them unless the word is there: %j',
    async (args) => {
      const { report } = await pointAt(scimmy.url).run([
        '--upn',
        'quentin@contoso.com',
        '--dry-run',
        ...args,
      ]);
      expect(report.exchanges.filter((exchange) => exchange.ours)).toEqual([]);
      expect(report.steps[0].details.discovery).toBeUndefined();
    },
  );
});
