import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type BetterAuth, serviceToken, startBetterAuth } from './better-auth.js';
import { codesOf, failedSteps, LiveTarget, type LiveRun } from './live-target.js';

// What must happen comes from the decision table (docs/fidelity.md) and the reference on the SCIM client, sections 5 to 9; the
// service on the other side is the package @better-auth/scim, which takes Entra's default dialect and knows nothing of this tool.

jest.setTimeout(60_000);

let service: BetterAuth;
let live: LiveTarget;
const upn = 'carla@contoso.com';
const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

const flags = { 'on demand': '', 'the cycle with the flag': '?aadOptscim062020' } as const;
const modes = { 'on demand': [], 'the cycle with the flag': ['--as', 'cycle'] } as const;

beforeEach(async () => {
  service = await startBetterAuth();
});
afterEach(async () => {
  live.bench.remove();
  await service.stop();
});

const accountOf = async (userName: string): Promise<Readonly<Record<string, unknown>> | undefined> =>
  (await service.users()).find((user) => user.userName === userName);

describe.each(['on demand', 'the cycle with the flag'] as const)('against @better-auth/scim, %s', (mode) => {
  const run = (...args: readonly string[]): Promise<LiveRun> =>
    live.run([...args, ...modes[mode]], { environment: { SCIM_TOKEN: serviceToken } });

  beforeEach(() => {
    live = new LiveTarget(`${service.url}${flags[mode]}`);
  });

  test('a user is created after his manager, refers to him, and the next run has nothing to do', async () => {
    const manager = await run('--upn', 'mona@contoso.com');
    expect([manager.code, manager.report.outcome.action]).toEqual([0, 'create']);
    const created = await run('--upn', upn);
    expect([created.code, codesOf(created.report), failedSteps(created.report)]).toEqual([0, [], []]);
    const mona = await accountOf('mona@contoso.com');
    expect(await accountOf(upn)).toMatchObject({
      active: true,
      emails: [{ type: 'work', primary: true, value: upn }],
      [enterprise]: { manager: { value: mona?.id } },
    });
    const writes = (await service.requests()).filter((request) => !request.startsWith('GET '));
    expect(writes.map((request) => request.split('/')[0])).toEqual(['POST ', 'POST ', 'PATCH ']);
    const again = await run('--upn', upn);
    expect([again.code, again.report.outcome.reason]).toEqual([0, 'RedundantExport']);
  });

  test('plain, dotted, filtered and extension attributes arrive in one PATCH', async () => {
    await run('--upn', 'quentin@contoso.com');
    live.changeUser('quentin@contoso.com', {
      jobTitle: 'Lead Engineer',
      surname: 'Quist',
      mobilePhone: '+43 660 123',
      mail: 'quist@contoso.com',
      employeeId: '4711',
    });
    const updated = await run('--upn', 'quentin@contoso.com');
    expect([updated.code, updated.report.outcome.action, codesOf(updated.report)]).toEqual([0, 'update', []]);
    expect(await accountOf('quentin@contoso.com')).toMatchObject({
      title: 'Lead Engineer',
      name: { familyName: 'Quist' },
      emails: [{ type: 'work', value: 'quist@contoso.com' }],
      phoneNumbers: expect.arrayContaining([
        expect.objectContaining({ type: 'mobile', value: '+43 660 123' }),
      ]),
      [enterprise]: { employeeNumber: '4711' },
    });
    const spoken = updated.report.steps[4].details.dialects.find((dialect) => dialect.spoken);
    expect([spoken?.dialect, spoken?.understood]).toEqual([
      mode === 'on demand' ? 'default' : 'compliant',
      'yes',
    ]);
  });

  test('out of scope disables, and back in scope enables again', async () => {
    const quentin = 'quentin@contoso.com';
    await run('--upn', quentin);
    live.changeUser(quentin, { department: 'Marketing' });
    const disabled = await run('--upn', quentin, '--yes');
    expect([disabled.code, disabled.report.outcome.action]).toEqual([0, 'disable']);
    expect(await accountOf(quentin)).toMatchObject({ active: false });
    live.changeUser(quentin, { department: 'Sales' });
    const enabled = await run('--upn', quentin);
    expect([enabled.code, enabled.report.outcome.reactivates]).toEqual([0, true]);
    expect(await accountOf(quentin)).toMatchObject({ active: true });
  });
});
