import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { canary, codesOf, failedSteps, LiveTarget } from './live-target.js';
import { type Scimmy, startScimmy } from './scimmy.js';

// What must happen comes from the decision table (docs/fidelity.md) and the tables of answers in the reference on errors;
// the service on the other side is the package scimmy-routers, which knows nothing of this tool.

jest.setTimeout(60_000);

let scimmy: Scimmy;
let live: LiveTarget;
const upn = 'quentin@contoso.com';

beforeAll(async () => {
  scimmy = await startScimmy();
});
afterAll(() => scimmy.stop());
beforeEach(async () => {
  await scimmy.seed([]);
  live = new LiveTarget(scimmy.url);
});
afterEach(() => {
  live.bench.remove();
});

const writes = async (): Promise<string[]> =>
  (await scimmy.look()).requests.filter((request) => !request.startsWith('GET '));

describe('against scimmy-routers', () => {
  test('somebody new is created, and the next run has nothing to do', async () => {
    const created = await live.run(['--upn', upn]);
    const { users } = await scimmy.look();
    expect([created.code, created.report.outcome.action, users.length]).toEqual([0, 'create', 1]);
    expect(users[0]).toMatchObject({ userName: upn, externalId: 'quentin', active: true });
    expect(created.stderr).toContain(`writing to ${new URL(scimmy.url).host} (no profile)\n`);
    const again = await live.run(['--upn', upn]);
    expect([again.code, again.report.outcome.reason]).toEqual([0, 'RedundantExport']);
    expect(await writes()).toEqual(['POST /scim/Users']);
    expect(created.everything + again.everything).not.toContain(canary);
  });

  test('a dry run plans the create and sends none', async () => {
    const run = await live.run(['--upn', upn, '--dry-run']);
    expect([run.code, run.report.outcome.action]).toEqual([0, 'create']);
    expect(run.report.exchanges.filter(({ planned }) => planned).map(({ method }) => method)).toEqual([
      'POST',
    ]);
    expect(await writes()).toEqual([]);
  });

  test('plain attributes that changed are updated in the dialect of on demand', async () => {
    await live.run(['--upn', upn]);
    live.changeUser(upn, { jobTitle: 'Lead Engineer', surname: 'Quist' });
    const run = await live.run(['--upn', upn, '--until', 'action']);
    expect([run.code, run.report.outcome.action]).toEqual([0, 'update']);
    expect(codesOf(run.report)).toEqual([]);
    const [user] = (await scimmy.look()).users;
    expect(user).toMatchObject({ title: 'Lead Engineer', name: { familyName: 'Quist' } });
  });

  test('two accounts with the value asked for: nothing is written', async () => {
    await scimmy.seed([
      { id: '1', userName: 'one@contoso.com', externalId: 'quentin', active: true },
      { id: '2', userName: 'two@contoso.com', externalId: 'quentin', active: false },
    ]);
    const run = await live.run(['--upn', upn]);
    expect([run.code, failedSteps(run.report), codesOf(run.report)]).toEqual([
      1,
      ['matchUser'],
      ['match/ambiguous'],
    ]);
    expect(await writes()).toEqual([]);
  });

  test('a create that is refused with 409 is looked into, with reads that are marked', async () => {
    const emails = [{ type: 'work', value: upn }];
    await scimmy.seed([
      { id: '1', userName: 'other@contoso.com', externalId: 'other', active: true, emails },
    ]);
    const run = await live.run(['--upn', upn]);
    expect([run.code, failedSteps(run.report)]).toEqual([1, ['performAction']]);
    expect(codesOf(run.report)).toEqual(['action/conflict', 'action/conflict-account-found']);
    const found = run.report.steps[4].diagnostics.at(-1)?.message;
    expect(found).toContain('1 (active: true, userName "other@contoso.com") by emails.value eq');
    const ours = run.report.exchanges.filter((exchange) => exchange.ours);
    expect(ours.map(({ method, step }) => [method, step])).toEqual([
      ['GET', 'performAction'],
      ['GET', 'performAction'],
      ['GET', 'performAction'],
    ]);
    const plain = await live.run(['--upn', upn, '--no-investigate']);
    expect(codesOf(plain.report)).toEqual(['action/conflict']);
    expect(plain.report.exchanges.filter((exchange) => exchange.ours)).toEqual([]);
  });

  test('a token that is not accepted: 401, exit 4, and only the probe was sent', async () => {
    const run = await live.run(['--upn', upn], { environment: { SCIM_TOKEN: 'another-token-1234' } });
    expect([run.code, failedSteps(run.report), codesOf(run.report)]).toEqual([
      4,
      ['testConnection'],
      ['connection/unauthorized'],
    ]);
    expect((await scimmy.look()).requests).toEqual(['GET /scim/Users']);
  });

  test('a wrong path: 404, exit 1', async () => {
    const wrong = new LiveTarget(`${scimmy.url}/v9`);
    const run = await wrong.run(['--upn', upn]);
    wrong.bench.remove();
    expect([run.code, failedSteps(run.report), codesOf(run.report)]).toEqual([
      1,
      ['testConnection'],
      ['connection/not-found'],
    ]);
  });
});

describe('the two dialects against scimmy-routers, which wants JSON booleans', () => {
  const flagged = (): LiveTarget => new LiveTarget(`${scimmy.url}?aadOptscim062020`);

  beforeEach(async () => {
    live.bench.remove();
    live = flagged();
    await live.run(['--upn', upn]);
  });

  test('as the cycle, with the flag on the URL, an account is disabled with consent and enabled again', async () => {
    live.changeUser(upn, { accountEnabled: false });
    const asked = await live.run(['--upn', upn, '--as', 'cycle']);
    expect([asked.code, codesOf(asked.report)]).toEqual([
      1,
      expect.arrayContaining(['action/consent-missing']),
    ]);
    expect(asked.stdout.replace(/\s+▌?\s*/g, ' ')).toContain(`disable ${upn} in ${new URL(scimmy.url).host}`);
    expect((await scimmy.look()).users[0]).toMatchObject({ active: true });
    const disabled = await live.run(['--upn', upn, '--as', 'cycle', '--yes']);
    expect([disabled.code, disabled.report.outcome.action]).toEqual([0, 'disable']);
    expect((await scimmy.look()).users[0]).toMatchObject({ active: false });
    live.changeUser(upn, { accountEnabled: true });
    const enabled = await live.run(['--upn', upn, '--as', 'cycle']);
    expect([enabled.code, enabled.report.outcome.reactivates]).toEqual([0, true]);
    expect((await scimmy.look()).users[0]).toMatchObject({ active: true });
  });

  test('on demand ignores the flag, is refused, and says that cycles speak the other dialect', async () => {
    live.changeUser(upn, { department: 'Marketing' });
    const run = await live.run(['--upn', upn, '--yes']);
    expect([run.code, failedSteps(run.report)]).toEqual([1, ['performAction']]);
    expect(codesOf(run.report)).toEqual(
      expect.arrayContaining(['action/rejected', 'action/other-dialect-in-cycle']),
    );
    const patch = run.report.exchanges.find(({ method }) => method === 'PATCH');
    expect([patch?.status, patch?.requestBody]).toEqual([
      400,
      {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
        Operations: [{ op: 'Replace', path: 'active', value: 'False' }],
      },
    ]);
    expect((await scimmy.look()).users[0]).toMatchObject({ active: true });
  });

  test('on demand leaves a disabled user alone and names what the cycle would do', async () => {
    live.changeUser(upn, { accountEnabled: false });
    const run = await live.run(['--upn', upn]);
    expect([run.code, run.report.outcome.action, codesOf(run.report)]).toEqual([
      0,
      'skip',
      expect.arrayContaining(['action/cycle-would-disable']),
    ]);
    const ofCycle = run.report.steps[4].diagnostics.flatMap(({ advice }) => advice)[0]?.text;
    expect(ofCycle).toContain('{"op":"replace","path":"active","value":false}');
  });
});
