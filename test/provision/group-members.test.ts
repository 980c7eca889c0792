import { describe, expect, test } from '@jest/globals';
import { codesOf, Harbour, jobs, writesOf } from './harbour.js';

const dock = '20000102-0000-4000-8000-000000000102';
const [ana, cora, gus, bot] = [
  'a1000000-0000-4000-8000-0000000000a1',
  'a3000000-0000-4000-8000-0000000000a3',
  'a7000000-0000-4000-8000-0000000000a7',
  'ff000000-0000-4000-8000-0000000000ff',
];

describe('the members of a group', () => {
  test('only those who are named are touched', async () => {
    const harbour = new Harbour();
    await harbour.run({ group: 'Dock Crew', members: ['cora@contoso.com', 'gus@contoso.com'] });
    expect(await harbour.membersOf(dock)).toEqual([ana, bot, cora]);
  });

  test('a cycle adds every direct member, and leaves and names those whom only the target has', async () => {
    const harbour = new Harbour();
    const report = await harbour.run({ group: 'Dock Crew', mode: 'cycle' });
    // pipeline reference 11: changes made in the target are not noticed or rolled back
    expect(await harbour.membersOf(dock)).toEqual([ana, gus, bot, cora]);
    expect(codesOf(report)).toEqual(['group/member-left-out', 'group/others-in-target']);
    const reasons = report.steps[4].details.members?.map(({ member, reason }) => [member, reason]);
    expect(reasons).toContainEqual(['Night Shift', 'a nested group is not provisioned as a member']);
  });

  // decide-member: who is held is not known, so nobody is removed
  test('are added, and nobody is removed, where the target does not tell them', async () => {
    const report = await new Harbour().run({
      group: 'Dock Crew',
      members: ['cora@contoso.com', 'gus@contoso.com'],
      answer: ({ method, path }) =>
        method === 'GET' && path.split('?')[0]?.endsWith(dock) === true
          ? { status: 501, headers: {}, body: '' }
          : undefined,
    });
    expect(codesOf(report)).toContain('group/membership-unknown');
    expect(report.steps[4].details.members?.map(({ operation }) => operation)).toEqual(['add', 'none']);
  });

  test('are left alone by a mapping without members, and that is said', async () => {
    const flows = jobs.group.flows.filter(({ target }) => target !== 'members');
    const report = await new Harbour().run({
      group: 'Harbour Crew',
      members: ['ana@contoso.com'],
      job: { ...jobs.group, flows },
    });
    expect(codesOf(report)).toEqual(['group/members-not-mapped']);
    expect(writesOf(report).map(({ method }) => method)).toEqual(['POST']);
  });

  test('more removals than allowed: nothing is sent, not even the additions', async () => {
    const asked = { group: 'Dock Crew', members: ['cora@contoso.com', 'gus@contoso.com'] };
    const report = await new Harbour().run({ ...asked, maxRemovals: 0 });
    expect([report.outcome.action, report.outcome.status, codesOf(report)]).toEqual([
      'update',
      'failure',
      ['group/too-many-removals'],
    ]);
    expect(writesOf(report)).toEqual([]);
    expect(writesOf(await new Harbour().run({ ...asked, maxRemovals: 1 }))).toHaveLength(1);
  });

  test('without leave to investigate the target is not asked: members are added, nobody is removed', async () => {
    const report = await new Harbour().run({
      group: 'Dock Crew',
      members: ['ana@contoso.com', 'gus@contoso.com'],
      investigate: false,
    });
    expect(report.exchanges.filter(({ ours }) => ours)).toEqual([]);
    expect(report.steps[4].details.members?.map(({ operation }) => operation)).toEqual(['add', 'none']);
  });

  test('a target that takes a listed Remove for all members is found out', async () => {
    const harbour = new Harbour('strict.target.json');
    const report = await harbour.run({ group: 'Dock Crew', members: ['gus@contoso.com'] });
    expect(await harbour.membersOf(dock).catch(() => [])).toEqual([]);
    expect([report.outcome.status, codesOf(report)]).toEqual(['failure', ['group/members-lost']]);
  });

  test('the same target understands the dialect of the flag', async () => {
    const harbour = new Harbour('strict.target.json');
    const report = await harbour.run({
      group: 'Dock Crew',
      members: ['gus@contoso.com'],
      mode: 'cycle',
      cycleDialect: 'compliant',
    });
    expect(await harbour.membersOf(dock)).toEqual([ana, bot]);
    expect([report.outcome.status, codesOf(report)]).toEqual(['success', []]);
  });

  test('each is a modified property of its own, as in the validation tests of the service', async () => {
    const report = await new Harbour().run({
      group: 'Dock Crew',
      members: ['cora@contoso.com', 'gus@contoso.com'],
    });
    expect(report.modifiedProperties).toEqual([
      { displayName: 'members', oldValue: '', newValue: cora },
      { displayName: 'members', oldValue: gus, newValue: '' },
    ]);
  });

  test('every read beyond what the service sends is marked as ours', async () => {
    const report = await new Harbour().run({ group: 'Dock Crew', members: ['gus@contoso.com'] });
    const reads = report.exchanges.filter(({ method, url }) => method === 'GET' && url.endsWith(dock));
    expect(reads.map(({ ours }) => ours)).toEqual([true, true]);
  });
});
