import type { Settings } from '../../config/index.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import {
  inReadingOrder,
  lintAccounts,
  lintMappings,
  lintSource,
  type SchemaFindings,
} from '../../lint/index.js';
import { defaultSchema, readSchema } from '../../schema/index.js';
import { type PlacedTenant, readTenant } from '../../source/fixture/index.js';
import { readBytes } from '../read-bytes.js';
import { shortenPath } from '../world.js';

/** What was examined and found. */
export interface Examination {
  readonly files: readonly string[];
  readonly notExamined: readonly { readonly what: string; readonly why: string }[];
  /** in the order of the files */
  readonly findings: readonly Diagnostic[];
}

/** Reads everything local that the settings name, and gathers what is wrong with it. Touches files, never the network. */
export async function examine(
  settings: Settings,
  noticed: readonly Diagnostic[],
  cwd: string,
): Promise<Examination> {
  const source = await examineSource(settings, cwd);
  const schema = await examineSchema(settings, source.tenants, cwd);
  const target = await examineTarget(settings, schema.matching, cwd);
  const parts = [schema, source, target];
  const config = settings.file === undefined ? [] : [shortenPath(settings.file, cwd)];
  const files = [...config, ...parts.flatMap((part) => part.files)];
  const findings = [...noticed, ...parts.flatMap((part) => part.findings)];
  return {
    files,
    notExamined: parts.flatMap((part) => part.notExamined),
    findings: inReadingOrder(findings, files),
  };
}

const nothing: Examination = { files: [], notExamined: [], findings: [] };

async function examineSchema(
  { schema: path, source, scope, rule, objectMapping }: Settings,
  tenants: readonly PlacedTenant[],
  cwd: string,
): Promise<Examination & Pick<SchemaFindings, 'matching'>> {
  const userProperties = new Set(tenants.flatMap(({ users }) => users.flatMap((user) => Object.keys(user))));
  const options = { scope, rule, objectMapping, userProperties };
  if (path === undefined) {
    if (source?.kind === 'graph')
      return {
        ...nothing,
        matching: [],
        notExamined: [{ what: 'schema', why: 'it is read from Microsoft Graph' }],
      };
    const { diagnostics, matching } = lintMappings(defaultSchema(), options);
    return { ...nothing, files: ['the built-in default schema'], findings: diagnostics, matching };
  }
  const read = await readBytes(path, cwd, 'the schema');
  if (read.value === undefined) return { ...nothing, findings: read.diagnostics, matching: [] };
  const { bytes, file } = read.value;
  const schema = readSchema(bytes, file);
  const found = schema.value === undefined ? undefined : lintMappings(schema.value, options);
  return {
    ...nothing,
    files: [file],
    findings: [...schema.diagnostics, ...(found?.diagnostics ?? [])],
    matching: found?.matching ?? [],
  };
}

async function examineSource(
  { source, scope }: Settings,
  cwd: string,
): Promise<Examination & { readonly tenants: readonly PlacedTenant[] }> {
  if (source === undefined) return { ...nothing, tenants: [] };
  if (source.kind === 'graph')
    return { ...nothing, tenants: [], notExamined: [{ what: 'source', why: 'it is Microsoft Graph' }] };
  const paths = [source.path, source.users].filter((path) => path !== undefined);
  const read = await Promise.all(paths.map((path) => readBytes(path, cwd, 'the source fixture')));
  const files = read.map(({ value }) => value).filter((value) => value !== undefined);
  const opened = files.map(({ bytes, file }) => readTenant(bytes, file));
  const tenants = opened.map(({ value }) => value).filter((value) => value !== undefined);
  const faults = [...read, ...opened].flatMap(({ diagnostics }) => diagnostics);
  // References can only be judged where everything that they may name was read.
  const findings = faults.length > 0 ? faults : lintSource(tenants, scope);
  return { ...nothing, files: files.map(({ file }) => file), findings, tenants };
}

async function examineTarget(
  { target }: Settings,
  matching: readonly string[],
  cwd: string,
): Promise<Examination> {
  if (target === undefined) return nothing;
  if (target.kind === 'scim')
    return { ...nothing, notExamined: [{ what: 'target', why: 'it is on the network' }] };
  const read = await readBytes(target.path, cwd, 'the target fixture');
  if (read.value === undefined) return { ...nothing, findings: read.diagnostics };
  const { readFixture } = await import('../../target/fixture/index.js');
  const { value, diagnostics } = readFixture(read.value.bytes, read.value.file);
  const findings = value === undefined ? diagnostics : [...diagnostics, ...lintAccounts(value, matching)];
  return { ...nothing, files: [read.value.file], findings };
}
