import { type Checked, diagnose } from '../../diagnostics/diagnostic.js';
import type { JsonDocument } from '../../document/index.js';
import type { Attributes } from '../../expression/index.js';
import type { CommandContext } from '../commands/run.js';
import type { EvalOptions } from './eval-options.js';
import { type GivenUser, readGivenValues, readSets } from './given-values.js';
import type { Configured } from './open-configured.js';
import { readJsonFile } from './read-json-file.js';
import { readSourceValues } from './source-values.js';

/**
 * The values of these source attributes: of the file or the user of the source that the command line names, and over them
 * what it sets. Without a value where a file cannot be read, or the source has no such user.
 */
export async function readValues(
  names: readonly string[],
  options: EvalOptions,
  configured: Configured | undefined,
  { terminal, abort }: CommandContext,
): Promise<Checked<Attributes>> {
  const { attributes: file, upn, id } = options;
  const sets = readSets(options.set ?? []);
  if (file !== undefined) {
    const read = await readJsonFile(file, terminal.cwd, 'the attributes');
    if (read.value === undefined) return { value: undefined, diagnostics: read.diagnostics };
    const user = readUser(read.value, file === '-' ? 'standard input' : file);
    if (user.value === undefined) return { value: undefined, diagnostics: user.diagnostics };
    return settle({ ...user.value, ...sets }, names);
  }
  if (configured?.source === undefined) return settle(sets, names);
  const selector = { by: upn === undefined ? 'id' : 'upn', value: upn ?? id ?? '' } as const;
  const { job, source } = configured;
  const user = await readSourceValues(job, source, selector, names, abort.signal);
  if (user.value === undefined) return user;
  const all = settle({ ...user.value, ...sets }, names);
  return { value: all.value, diagnostics: [...user.diagnostics, ...all.diagnostics] };
}

function settle(user: GivenUser, names: readonly string[]): Checked<Attributes> {
  const { attributes, diagnostics } = readGivenValues(user, names);
  return { value: attributes, diagnostics };
}

function readUser({ value, locate }: JsonDocument, file: string): Checked<GivenUser> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return { value: value as GivenUser, diagnostics: [] };
  return { value: undefined, diagnostics: [diagnose('attributes/not-a-user', { file }, [locate('')])] };
}
