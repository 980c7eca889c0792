import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  contosoTenant,
  type Fault,
  type GraphStandIn,
  refuse,
  startGraphStandIn,
} from '../source/graph-stand-in/index.js';
import { PullBench, token } from './pull-bench.js';

// Each starts the tool several times.
jest.setTimeout(60_000);

const denied = refuse(
  403,
  'Authorization_RequestDenied',
  'Insufficient privileges to complete the operation.',
);
const files = ['.provisionrc.yaml', 'directory.json', 'schema.json'];
const positionFile = '.provision-user-pull.ndjson';

let graph: GraphStandIn;
let bench: PullBench;

beforeAll(async () => {
  graph = await startGraphStandIn({ ...contosoTenant(), pageSize: 5 });
});

beforeEach(() => {
  bench = new PullBench();
});

afterEach(() => {
  expect(graph.violations).toEqual([]);
  graph.reset();
  bench.workbench.remove();
});

afterAll(() => {
  graph.stop();
});

const has = (file: string): boolean => existsSync(join(bench.workbench.folder, 'pulled', file));
const listings = (of = graph): number => of.arrivals.filter(({ request }) => request === 'GET /users').length;

interface Directory {
  readonly users: readonly { readonly userPrincipalName: string }[];
  readonly deletedUsers: readonly unknown[];
  readonly servicePrincipal: { readonly appRoleAssignedTo: readonly unknown[] };
}

const directory = (): Directory => bench.json('directory.json') as Directory;
const names = (): string[] => directory().users.map(({ userPrincipalName }) => userPrincipalName);

describe('pull', () => {
  test('writes what decides offline, with the target and the secrets of the configuration as references', async () => {
    const target = [
      'target:',
      '  kind: scim',
      '  url: https://scim.contoso.com/v2',
      '  token: literal-secret-of-the-test',
    ];
    const ended = await bench.pull(graph.url, ['--upn', 'alice@contoso.com', '--output', 'json'], target);
    expect(ended.code).toBe(0);
    expect(bench.json('schema.json')).toEqual(contosoTenant().schema);
    expect(names()).toEqual(['alice@contoso.com', 'mona@contoso.com']);
    const written = new TextDecoder().decode(bench.bytes('.provisionrc.yaml'));
    expect(written).toContain('dryRun: true');
    expect(written).toContain('token: { env: SCIM_TOKEN }');
    expect(written).toContain('token: { env: GRAPH_TOKEN }');
    for (const file of files) {
      const text = new TextDecoder().decode(bench.bytes(file));
      expect(text).not.toContain(token);
      expect(text).not.toContain('literal-secret-of-the-test');
    }
    expect(ended.stderr).toContain('SCIM_TOKEN');
    expect(ended.stderr).toContain('provision-user explain pull/literal-secret');
    const offline = [
      '--config',
      'pulled/.provisionrc.yaml',
      '--upn',
      'alice@contoso.com',
      '--until',
      'scope',
      '--offline',
    ];
    const run = await bench.run([...offline, '--expect', 'in-scope']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
  });

  test('names a next command that works without the tenant', async () => {
    const target = ['target: { kind: fixture, path: ./target.json }'];
    const { stdout } = await bench.pull(
      graph.url,
      ['--upn', 'alice@contoso.com', '--output', 'json'],
      target,
    );
    const { next } = JSON.parse(stdout) as { next: string };
    expect(await bench.run([...next.split(' ').slice(1), '--offline'], { environment: {} })).toMatchObject({
      code: 0,
    });
  });

  test('can be repeated out of what it wrote', async () => {
    await bench.pull(graph.url, ['--upn', 'alice@contoso.com']);
    const again = [
      'pull',
      '--config',
      'pulled/.provisionrc.yaml',
      '--profile',
      'live',
      '--out',
      'pulled',
      '--force',
    ];
    expect(await bench.run([...again, '--upn', 'erin@contoso.com'])).toMatchObject({ code: 0 });
    expect(names()).toEqual(['erin@contoso.com']);
  });

  test('takes the direct members of a group, by its name or id', async () => {
    const byName = await bench.pull(graph.url, ['--group', 'Sales Austria']);
    expect(byName.code).toBe(0);
    const ofName = names();
    expect(ofName).toEqual(['carla@contoso.com', 'nora@contoso.com', 'mona@contoso.com']);
    await bench.pull(graph.url, ['--group', '00000000-0000-4000-8000-000000000101', '--force']);
    expect(names()).toEqual(ofName);
  });

  test('takes a deleted user by his name', async () => {
    expect(await bench.pull(graph.url, ['--upn', 'jana@contoso.com'])).toMatchObject({ code: 0 });
    expect(directory().deletedUsers).toHaveLength(1);
    expect(directory().servicePrincipal.appRoleAssignedTo).toHaveLength(1);
  });

  test('takes everybody assigned under scope: assigned, and so many at most', async () => {
    await bench.pull(graph.url, ['--all', '--max', '1000']);
    expect(names()).toContain('alice@contoso.com');
    expect(names()).not.toContain('erin@contoso.com');
    expect(names()).not.toContain('nils@contoso.com');
    await bench.pull(graph.url, ['--all', '--max', '3', '--force'], ['scope: all']);
    // The manager of the first three comes along.
    expect(names()).toEqual([
      'alice@contoso.com',
      'bob@contoso.com',
      'carla@contoso.com',
      'mona@contoso.com',
    ]);
  });
});

describe('a property that Graph refuses', () => {
  // graph-api reference, section 3: one property that is not known or not permitted gets the whole request refused
  test('is left out and named, and the rest is pulled', async () => {
    graph.fail(/GET \/users$/, () => refuse(400, 'BadRequest', 'Unsupported property'), 1);
    const ended = await bench.pull(graph.url, ['--all', '--max', '1000'], ['scope: all']);
    expect(ended.code).toBe(0);
    expect(ended.stderr).toContain('provision-user explain pull/properties-left-out');
    expect(names()).toHaveLength(28);
  });
});

describe('an interrupted pull', () => {
  test('ends with 130, writes nothing but its way, and goes on from there', async () => {
    const slow = await startGraphStandIn({ ...contosoTenant(), pageSize: 2, latency: 60 });
    try {
      const all = ['--all', '--max', '1000'];
      const ended = await bench.pull(slow.url, all, ['scope: all'], {
        environment: { GRAPH_TOKEN: token },
        onStart: (child) => {
          const look = setInterval(() => {
            // The third page is asked for: the first two are on the way that was written down.
            if (!has(positionFile) || listings(slow) < 3) return;
            clearInterval(look);
            child.kill('SIGINT');
          }, 5);
        },
      });
      expect(ended.code).toBe(130);
      expect(ended.stderr).toContain('provision-user explain pull/interrupted');
      expect(files.filter(has)).toEqual([]);
      const before = listings(slow);
      slow.reset();
      expect(await bench.pull(slow.url, all, ['scope: all'])).toMatchObject({ code: 0 });
      expect(before + listings(slow)).toBeLessThanOrEqual(15);
      expect(listings(slow)).toBeLessThan(14);
      expect(names()).toHaveLength(28);
      expect(has(positionFile)).toBe(false);
    } finally {
      slow.stop();
    }
  });
});

describe('the requests of many users', () => {
  test('are no more than three per 1,000 besides the assignments', async () => {
    const id = (at: number): string => `20000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
    const users = Array.from({ length: 2000 }, (_none, at) => ({
      id: id(at),
      userPrincipalName: `user${String(at)}@contoso.com`,
      accountEnabled: true,
      displayName: `User ${String(at)}`,
      ...(at > 0 ? { manager: { id: id(0) } } : {}),
    }));
    const { directory: tenant, schema } = contosoTenant();
    const large = await startGraphStandIn({ directory: { ...tenant, users }, schema });
    try {
      expect(await bench.pull(large.url, ['--all', '--max', '5000'], ['scope: all'])).toMatchObject({
        code: 0,
      });
      expect(names()).toHaveLength(2000);
      const ofUsers = large.arrivals.filter(({ request }) => request.startsWith('GET /users'));
      expect(ofUsers.length).toBeLessThanOrEqual(6);
      expect(large.roundTrips()).toBeLessThanOrEqual(6 + 4);
    } finally {
      large.stop();
    }
  });
});

describe('pull --mask', () => {
  test('says who is who, and makes the same of the same seed', async () => {
    const mask = ['--upn', 'alice@contoso.com', '--mask', '--output', 'json'];
    const target = ['target: { kind: fixture, path: ./target.json }'];
    const { stdout, stderr } = await bench.pull(graph.url, [...mask, '--seed', 'one'], target);
    const { masked, next } = JSON.parse(stdout) as { masked: { pseudonym: string }[]; next: string };
    expect(names()).toContain(masked[0]?.pseudonym);
    expect(stderr).toContain('department');
    expect(new TextDecoder().decode(bench.bytes('.provisionrc.yaml'))).not.toMatch(/live|target:\n {2}kind/);
    expect(await bench.run([...next.split(' ').slice(1), '--expect', 'in-scope'])).toMatchObject({ code: 0 });
    const once = directory();
    await bench.pull(graph.url, [...mask, '--seed', 'one', '--force'], target);
    expect(directory()).toEqual(once);
    await bench.pull(graph.url, [...mask, '--force'], target);
    expect(directory()).not.toEqual(once);
  });
});

interface BadInput {
  readonly name: string;
  readonly args: readonly string[];
  readonly code: number;
  /** of stderr, blanks and bars taken away */
  readonly says: string | RegExp;
  readonly fault?: readonly [request: RegExp, fault: Fault];
  readonly more?: readonly string[];
}

// Exit codes: issue "Bad input".
const badInput: readonly BadInput[] = [
  { name: 'nobody named', args: [], code: 2, says: 'no user is named' },
  { name: '--all without --max', args: ['--all'], code: 2, says: '--max' },
  { name: '--seed without --mask', args: ['--upn', 'a', '--seed', 'x'], code: 2, says: '--mask' },
  { name: 'a number that is none', args: ['--all', '--max', '0'], code: 2, says: 'whole number' },
  {
    name: 'an unknown user',
    args: ['--upn', 'nobody@contoso.com'],
    code: 1,
    says: /no user nobody@contoso\.com,? .*provision-user explain pull\/unknown-user/,
  },
  {
    name: 'another address of a user',
    args: ['--upn', 'yvonne@contoso.com'],
    code: 1,
    says: 'no user yvonne@contoso.com',
  },
  {
    name: 'an unknown group',
    args: ['--group', 'Nowhere'],
    code: 1,
    says: /no group .*provision-user explain pull\/unknown-group/,
  },
  {
    name: 'an unknown group id',
    args: ['--group', '00000000-0000-4000-8000-000000000999'],
    code: 1,
    says: 'no group',
  },
  {
    name: 'a user that may not be read',
    args: ['--upn', 'alice@contoso.com'],
    fault: [/GET \/users/, () => denied],
    code: 4,
    says: 'User.Read.All',
  },
  {
    name: 'members that may not be read',
    args: ['--upn', 'alice@contoso.com'],
    fault: [/members/, () => denied],
    code: 4,
    says: 'GroupMember.Read.All',
  },
  {
    name: 'a schema that may not be read',
    args: ['--upn', 'alice@contoso.com'],
    fault: [/schema$/, () => denied],
    code: 4,
    says: 'Synchronization.Read.All',
  },
  {
    name: 'a fault of the service',
    args: ['--all', '--max', '9'],
    more: ['scope: all'],
    fault: [/GET \/users$/, () => refuse(500, 'generalException', 'x')],
    code: 1,
    says: '500',
  },
];

describe('what cannot be pulled ends in a diagnostic and its exit code, and writes nothing', () => {
  test.each(badInput)('$name', async ({ args, code, says, fault, more }) => {
    if (fault !== undefined) graph.fail(...fault);
    const ended = await bench.pull(graph.url, [...args, '--timeout', '3'], more);
    expect(ended.stderr.replace(/[\s▌]+/g, ' ')).toMatch(says);
    expect(ended.code).toBe(code);
    expect(files.filter(has)).toEqual([]);
  });

  test('a name that several groups have', async () => {
    const { directory: tenant, schema } = contosoTenant();
    const [group] = tenant.groups as readonly { readonly displayName: string }[];
    const twin = { ...group!, id: '00000000-0000-4000-8000-000000000998' };
    const groups = [...(tenant.groups as readonly object[]), twin];
    const twins = await startGraphStandIn({ directory: { ...tenant, groups }, schema });
    try {
      const ended = await bench.pull(twins.url, ['--group', group!.displayName]);
      expect(ended.stderr).toContain('provision-user explain pull/several-groups');
      expect(files.filter(has)).toEqual([]);
    } finally {
      twins.stop();
    }
  });

  test('an existing file, before anything is asked', async () => {
    const ended = await bench.run(['pull', '--out', '.', '--upn', 'alice@contoso.com']);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain('.provisionrc.yaml');
    expect(graph.roundTrips()).toBe(0);
  });

  test('a configuration of fixtures', async () => {
    const ended = await bench.run(['pull', '--out', 'new', '--upn', 'alice@contoso.com']);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain('kind fixture');
  });
});
