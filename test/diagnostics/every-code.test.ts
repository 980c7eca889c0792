import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from '@jest/globals';
import { layTicket, listTickets, readTicket } from '../../fixtures/tickets/play.js';
import { type ServerScript, startServer } from '../../fixtures/tickets/server.js';
import { allCodes } from '../../src/explain/index.js';
import { ExpressionError, evaluateExpression } from '../../src/index.js';
import { runTool } from '../cli/run-tool.js';
import { readTranscript } from '../transcripts/transcript.js';

/**
 * Nothing is in the catalogue that nobody can meet: each code is provoked by a ticket, a transcript, a case of the language, or an
 * entry of test/cases/provoked.json. An entry is an expression that fails, a ticket whose report has the code, a run on the world of
 * the tickets with something changed, or the test that expects the code, where it takes a network or a machine to provoke it.
 */
type Provocation =
  | { readonly expression: string; readonly attributes?: Readonly<Record<string, unknown>> }
  | { readonly ticket: string }
  | { readonly run: Changed }
  | { readonly test: string };

/** What differs from a run for Alice; without a configuration the fixtures of the world are source and target. */
interface Changed {
  readonly config?: string;
  /** properties of Alice */
  readonly user?: Readonly<Record<string, unknown>>;
  /** directory that the schema provisions to, which tells the kind of application */
  readonly targetDirectory?: string;
  /** members of the object mapping */
  readonly mapping?: Readonly<Record<string, unknown>>;
  /** script of a server on this machine */
  readonly server?: ServerScript;
  readonly args?: string;
}

const folder = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const read = (path: string): string => readFileSync(folder(path), 'utf8');
const provoked = JSON.parse(read('test/cases/provoked.json')) as Readonly<Record<string, Provocation>>;

const base = mkdtempSync(join(tmpdir(), 'provision-user-codes-'));
afterAll(() => {
  rmSync(base, { recursive: true, force: true });
});

const known = new Set<string>(allCodes());
/** Codes that a text names: the command that explains one, a JSON member, a list of findings. */
const namedIn = (text: string): string[] =>
  (text.match(/[a-z]+(?:-[a-z]+)*(?:\/[a-z0-9-]+)+/g) ?? []).filter((word) => known.has(word));

function codeOf(expression: string, attributes: Readonly<Record<string, unknown>> = {}): string | undefined {
  try {
    evaluateExpression(expression, attributes, { now: '2026-11-03T09:00:00Z', seed: 'seed' });
    return undefined;
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return error.code;
  }
}

interface LanguageCase {
  readonly expression: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly expected: unknown;
}

function casesThatFail(): LanguageCase[] {
  const cases = readdirSync(folder('test/cases/expressions')).flatMap(
    (file) => JSON.parse(read(`test/cases/expressions/${file}`)) as LanguageCase[],
  );
  return cases.filter(({ expected }) => JSON.stringify(expected) === '{"error":true}');
}

const transcripts = readdirSync(folder('test/transcripts')).filter((file) => file.endsWith('.md'));
const told = new Set([
  ...listTickets().flatMap((name) => namedIn(readTicket(name))),
  ...transcripts.flatMap((file) => namedIn(read(`test/transcripts/${file}`))),
  ...namedIn(read('test/cases/lint.json')),
  ...casesThatFail().flatMap(({ expression, attributes }) => codeOf(expression, attributes) ?? []),
]);

test('every code of the catalogue is provoked by a story', () => {
  const untold = [...known].filter((code) => !told.has(code) && !Object.hasOwn(provoked, code));
  expect(untold).toEqual([]);
});

test('provoked.json has no code that the catalogue does not know', () => {
  expect(Object.keys(provoked).filter((code) => !known.has(code))).toEqual([]);
});

describe('an entry provokes its code', () => {
  test.each(Object.entries(provoked))(
    '%s',
    async (code, entry) => {
      if ('expression' in entry) expect(codeOf(entry.expression, entry.attributes)).toBe(code);
      else if ('ticket' in entry) expect(await codesOfTicket(entry.ticket)).toContain(code);
      else if ('run' in entry) expect(await codesOfRun(entry.run)).toContain(code);
      else
        expect(withoutComments(read(entry.test))).toMatch(
          new RegExp(`['" ]${code.replace('/', String.raw`\\?/`)}['"/\n]`),
        );
    },
    60_000,
  );
});

/** A code that a comment mentions is not expected by anything. */
const withoutComments = (text: string): string => text.replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '');

async function codesOfTicket(name: string): Promise<string[]> {
  const laid = await layTicket(name, base);
  try {
    const [scene] = readTranscript(readTicket(name)).scenes;
    return await play(laid.folder, scene!.args);
  } finally {
    laid.stop();
  }
}

async function codesOfRun({
  config,
  user,
  targetDirectory,
  mapping,
  server,
  args,
}: Changed): Promise<string[]> {
  const here = mkdtempSync(join(base, 'run-'));
  const directory = JSON.parse(read('fixtures/tickets/world/directory.json')) as { users: object[] };
  Object.assign(directory.users[0]!, user);
  const running = server === undefined ? undefined : await startServer(server);
  const schema = mapping === undefined ? '' : 'schema: schema.json\n';
  mkdirSync(join(here, 'world'));
  writeFileSync(join(here, 'world/directory.json'), JSON.stringify(directory));
  writeFileSync(join(here, 'world/target.json'), read('fixtures/tickets/world/target.json'));
  writeFileSync(join(here, 'package.json'), '{}');
  writeFileSync(join(here, 'schema.json'), JSON.stringify(schemaOf(mapping, targetDirectory)));
  writeFileSync(
    join(here, 'run.yaml'),
    schema + (config ?? fixtures).replaceAll('localhost:4180', running?.host ?? ''),
  );
  try {
    return await play(here, ['--config', 'run.yaml', ...(args ?? '--upn alice@contoso.com').split(' ')]);
  } finally {
    running?.stop();
  }
}

const fixtures =
  'source: { kind: fixture, path: world/directory.json }\ntarget: { kind: fixture, path: world/target.json }\n';

/** Codes of the report, and what stands on the streams where there is none. */
async function play(cwd: string, args: readonly string[]): Promise<string[]> {
  const { stdout, stderr } = await runTool([...args, '--output', 'json'], { cwd });
  return namedIn(`${stdout}\n${stderr}`);
}

/** A schema of one mapping that is sound but for what is given. */
function schemaOf(
  mapping: Readonly<Record<string, unknown>> = {},
  targetDirectoryName = 'customappsso',
): object {
  const sound = {
    enabled: true,
    flowTypes: 'Add, Update, Delete',
    name: 'Users',
    sourceObjectName: 'User',
    targetObjectName: 'User',
    attributeMappings: [],
  };
  return {
    synchronizationRules: [
      {
        id: '1',
        name: 'USERS',
        sourceDirectoryName: 'Microsoft Entra ID',
        targetDirectoryName,
        objectMappings: [{ ...sound, ...mapping }],
      },
    ],
  };
}
