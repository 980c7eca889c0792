import { compileRegex } from '../../expression/index.js';
import type { Job } from '../../job/index.js';
import type { SourceDirectory, UserSelector } from '../../source/source-directory.js';
import { determineScope } from '../../steps/index.js';
import { statusOf } from '../../steps/step-result.js';
import { type ImportedUser, readAttributes, selectUser } from '../../steps/import-user/index.js';
import type { Checked } from '../../diagnostics/diagnostic.js';
import type { Attributes } from '../../expression/index.js';

/**
 * The values of these source attributes as the steps see them for one user of the source, IsSoftDeleted included. No value
 * where nobody or several fit.
 */
export async function readSourceValues(
  job: Job,
  source: SourceDirectory,
  selector: UserSelector,
  names: readonly string[],
  signal: AbortSignal,
): Promise<Checked<Attributes>> {
  const selected = selectUser(await source.find(selector, signal), selector, source);
  if (selected.value === undefined) return { value: undefined, diagnostics: selected.diagnostics };
  const given = await source.assignments(selected.value, signal);
  const noticed = [...selected.diagnostics, ...given.diagnostics];
  if (statusOf(noticed) === 'failure') return { value: undefined, diagnostics: noticed };
  const { assignments } = given;
  const needs = names.map((name) => ({ name, neededBy: ['the expression'] }));
  const { user, diagnostics: read } = readAttributes({ needs }, selected.value, assignments);
  const diagnostics = [...noticed, ...read];
  if (!names.includes('IsSoftDeleted')) return { value: user.attributes, diagnostics };
  const { user: whole } = readAttributes(job, selected.value, assignments);
  return { value: { ...user.attributes, IsSoftDeleted: isSoftDeleted(job, whole) }, diagnostics };
}

/** By the verdict on scope; while that is undecided, by the account alone. */
function isSoftDeleted(job: Job, user: ImportedUser): boolean {
  const verdict = determineScope(job, user, { assumeAssigned: false, compileRegex }).found;
  if (verdict === undefined || verdict.inScope === 'undecided') return user.deleted || !user.accountEnabled;
  return verdict.attributes.IsSoftDeleted === true;
}
