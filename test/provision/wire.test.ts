import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { compileJob, type Job } from '../../src/job/index.js';
import { runSteps } from '../../src/provision/index.js';
import type { Mode, Report } from '../../src/report/report.js';
import { chooseMapping, readSchema } from '../../src/schema/index.js';
import type { Dialect } from '../../src/scim/index.js';
import { openFixtureSource } from '../../src/source/fixture/index.js';
import { openFixtureTarget } from '../../src/target/fixture/index.js';
import { quietWorld } from './quiet-world.js';

interface Row {
  readonly target: string;
  readonly from: string;
  readonly matching?: number;
  readonly default?: string;
  readonly flowType?: string;
  readonly flowBehavior?: string;
  readonly type?: string;
  readonly multivalued?: boolean;
  readonly caseExact?: boolean;
  readonly mutability?: string;
}

interface WireCase {
  readonly name: string;
  readonly source: string;
  readonly as?: Mode;
  readonly dialect?: Dialect;
  readonly rows: readonly Row[];
  /** the attribute of the probe, encoded, where it is not userName */
  readonly probe?: string;
  readonly user: object;
  /** the account that is there already */
  readonly account?: object;
  readonly requests: readonly { readonly line: string; readonly body?: unknown }[];
}

const { headers, probe, cases } = JSON.parse(
  readFileSync(new URL('../cases/wire.json', import.meta.url), 'utf8'),
) as {
  headers: { read: object; write: object };
  probe: { line: string };
  cases: WireCase[];
};

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

function compile(rows: readonly Row[]): Job {
  const directory = (name: string, attributes: object[]) => ({
    name,
    objects: [{ name: 'User', attributes }],
  });
  const attributeMappings = rows.map((row) => ({
    targetAttributeName: row.target,
    source: {
      expression: row.from,
      name: row.from,
      type: /^\[\w+\]$/.test(row.from) ? 'Attribute' : row.from.startsWith('"') ? 'Constant' : 'Function',
    },
    matchingPriority: row.matching ?? 0,
    defaultValue: row.default ?? null,
    flowType: row.flowType ?? 'Always',
    flowBehavior: row.flowBehavior ?? 'FlowWhenChanged',
  }));
  const definitions = rows.map(
    ({ target, type = 'String', multivalued, caseExact, mutability = 'ReadWrite' }) => ({
      name: target,
      type,
      mutability,
      multivalued: multivalued ?? false,
      caseExact: caseExact ?? false,
    }),
  );
  const mapping = { name: 'Users', sourceObjectName: 'User', targetObjectName: 'User', enabled: true };
  const document = {
    synchronizationRules: [
      {
        name: 'R',
        sourceDirectoryName: 'Azure Active Directory',
        targetDirectoryName: 'customappsso',
        objectMappings: [{ ...mapping, flowTypes: 'Add,Update,Delete', attributeMappings }],
      },
    ],
    directories: [directory('Azure Active Directory', []), directory('customappsso', definitions)],
  };
  const schema = readSchema(encode(document), 'schema.json').value!;
  const chosen = chooseMapping(schema, { sourceObject: 'User' }).value!;
  return compileJob({ schema, ...chosen, scope: 'all', skipOutOfScopeDeletions: false }).value!;
}

function play({ rows, user, account, as = 'on-demand', dialect = 'default' }: WireCase): Promise<Report> {
  const users = [
    { id: 'u', accountEnabled: true, ...user },
    { id: 'm', accountEnabled: true, userPrincipalName: 'mona@example.org', displayName: 'Mona' },
  ];
  const mona = { id: 't-mona', userName: 'mona@example.org' };
  const Resources = account === undefined ? [mona] : [mona, { id: 't-account', ...account }];
  return runSteps({
    job: compile(rows),
    selector: { by: 'id', value: 'u' },
    source: openFixtureSource([{ bytes: encode({ users }), file: 'directory.json' }]).value!,
    target: openFixtureTarget({
      bytes: encode({ Resources }),
      file: 'target.json',
      save: () => Promise.resolve(),
      newId: () => 'new',
      now: () => 0,
    }).value!,
    dryRun: false,
    mode: as,
    cycleDialect: dialect,
    investigate: false,
    discover: false,
    until: 'action',
    assumeAssigned: false,
    now: 0,
    seed: 'wire',
    toolVersion: '0',
    diagnostics: [],
    world: quietWorld,
    signal: new AbortController().signal,
  });
}

describe('what goes over the wire, request line, headers and body', () => {
  test.each(cases.map((each) => [each.name, each.source, each] as const))(
    '%s (%s)',
    async (_name, _source, each) => {
      const { exchanges } = await play(each);
      const [first, ...sent] = exchanges.map(({ method, url, requestHeaders, requestBody }) => ({
        line: `${method} ${url.replace('fixture:target.json', '')}`,
        headers: requestHeaders,
        ...(requestBody === null ? {} : { body: requestBody }),
      }));
      expect(first?.line).toBe(probe.line.replace('userName', each.probe ?? 'userName'));
      expect(sent).toEqual(
        each.requests.map((request) => ({
          ...request,
          headers: 'body' in request ? headers.write : headers.read,
        })),
      );
    },
  );
});
