import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';
import { type Attributes, type Environment, toText, toValue, type Value } from '../../expression/index.js';
import type { Job } from '../../job/index.js';
import type { AttributeText, ImportUserDetails } from '../../report/report.js';
import type {
  Assignments,
  AssignmentsFound,
  DirectoryUser,
  SourceDirectory,
  UserSelector,
} from '../../source/source-directory.js';
import { type StepResult, statusOf } from '../step-result.js';
import { convertGuestName } from './guest-name.js';
import type { Membership } from './membership.js';
import { noticeOddValues } from './notice-odd-values.js';
import { listRoles, writeRoles } from './role-values.js';
import { selectUser } from './select-user.js';
import { readSourceAttribute, type SourceReading } from '../../source/source-names.js';

/** A user, or a group, as the later steps see it. */
export interface ImportedUser {
  readonly id: string | null;
  /** as in the directory, a guest's with its mark */
  readonly userPrincipalName: string | null;
  readonly displayName: string | null;
  /** what messages call it: a user's principal name, a group's display name, or else the id */
  readonly reportableIdentifier: string;
  /** true for a group, which has no account */
  readonly accountEnabled: boolean;
  readonly deleted: boolean;
  readonly assignments: Assignments;
  /** by source name; `IsSoftDeleted` is not among them, since it depends on the verdict on scope */
  readonly attributes: Attributes;
  /** of a group; left out for a user */
  readonly membership?: Membership;
}

/**
 * Step 2: reads the user with every attribute that mappings, filters and matching need. Fails when nobody or several fit,
 * and when no matching attribute has a value. Without `needsAssignments` his assignments are not asked for, and unknown.
 *
 * Source: "On-demand provisioning in Microsoft Entra ID", step 2; provisioning logs for the attributes that are always there.
 */
export async function importUser(
  job: Job,
  selector: UserSelector,
  source: SourceDirectory,
  environment: (name: string) => Environment,
  signal: AbortSignal,
  { needsAssignments = true }: { readonly needsAssignments?: boolean } = {},
): Promise<StepResult<ImportedUser, ImportUserDetails>> {
  const found = await source.find(selector, signal);
  const selected = selectUser(found, selector, source);
  if (selected.value === undefined) {
    return {
      found: undefined,
      status: 'failure',
      description: 'the user could not be imported',
      details: noDetails,
      diagnostics: selected.diagnostics,
      exchanges: found.exchanges,
    };
  }
  const given = needsAssignments ? await source.assignments(selected.value, signal) : notAsked;
  const read = readUser(job, selected.value, given.assignments, environment);
  return withSource(read, {
    diagnostics: [...selected.diagnostics, ...given.diagnostics],
    exchanges: [...found.exchanges, ...given.exchanges],
  });
}

const notAsked: AssignmentsFound = { assignments: { known: false }, diagnostics: [], exchanges: [] };

type Imported = StepResult<ImportedUser, ImportUserDetails>;

/** What the source had to say, and the requests that it took. Nothing is built on a user who could not be read in full. */
function withSource(
  read: Imported,
  { diagnostics, exchanges }: Pick<Imported, 'diagnostics' | 'exchanges'>,
): Imported {
  const all = [...diagnostics, ...read.diagnostics];
  const status = statusOf(all);
  return {
    ...read,
    found: status === 'failure' ? undefined : read.found,
    status,
    diagnostics: all,
    exchanges,
  };
}

export const noDetails: ImportUserDetails = { attributes: {}, converted: [], missing: [] };
const always = ['objectId', 'accountEnabled', 'appRoleAssignments'];

function readUser(
  job: Job,
  directoryUser: DirectoryUser,
  assignments: Assignments,
  environment: (name: string) => Environment,
): StepResult<ImportedUser, ImportUserDetails> {
  const { user: imported, converted, diagnostics: noticed } = readAttributes(job, directoryUser, assignments);
  const diagnostics = [
    ...checkMatching(job, imported, environment),
    ...noticed,
    ...noticeOddValues(job, imported.attributes, environment),
  ];
  const details = describeAttributes(job, imported, converted);
  const status = statusOf(diagnostics);
  return {
    found: status === 'failure' ? undefined : imported,
    status,
    description: describeImport(imported, details),
    details,
    diagnostics,
    exchanges: [],
  };
}

/** Reads what is needed of a user, as the later steps see it, and judges nothing. */
export function readAttributes(
  job: Pick<Job, 'needs'>,
  { user, deleted }: DirectoryUser,
  assignments: Assignments,
): {
  readonly user: ImportedUser;
  readonly converted: ImportUserDetails['converted'];
  readonly diagnostics: readonly Diagnostic[];
} {
  const names = [...new Set([...always, ...job.needs.map(({ name }) => name)])].filter(
    (name) => name !== 'IsSoftDeleted',
  );
  const diagnostics: Diagnostic[] = [];
  const attributes: Record<string, Value> = {};
  for (const name of names) {
    if (name === 'appRoleAssignments') attributes[name] = toValue(writeRoles(listRoles(assignments)));
    else {
      const reading = readSourceAttribute(user, name);
      attributes[name] = toValue(reading.value);
      if (!reading.readable) {
        diagnostics.push(diagnoseReading(name, neededByOf(job, name), reading));
      }
    }
  }
  const converted = convertGuest(attributes, diagnostics);
  const imported: ImportedUser = {
    id: textOrNull(user.id),
    userPrincipalName: textOrNull(user.userPrincipalName),
    displayName: textOrNull(user.displayName),
    reportableIdentifier: textOrNull(user.userPrincipalName) ?? textOrNull(user.id) ?? '',
    accountEnabled: user.accountEnabled !== false,
    deleted,
    assignments,
    attributes,
  };
  return { user: imported, converted, diagnostics };
}

function diagnoseReading(name: string, neededBy: readonly string[], reading: SourceReading): Diagnostic {
  const { isExtension, isWellFormed, probablyMeant } = reading;
  if (probablyMeant !== null && probablyMeant.toLowerCase() === name.toLowerCase())
    return diagnose('import/attribute-letter-case', { name, neededBy, probablyMeant });
  return isExtension
    ? diagnose('import/extension-unknown', { name, neededBy, nearest: probablyMeant, isWellFormed })
    : diagnose('import/attribute-not-readable', { name, neededBy });
}

function convertGuest(
  attributes: Record<string, Value>,
  diagnostics: Diagnostic[],
): ImportUserDetails['converted'] {
  const from = attributes.userPrincipalName;
  const guest = typeof from === 'string' ? convertGuestName(from) : undefined;
  if (guest === undefined || typeof from !== 'string') return [];
  if (!guest.converted) {
    diagnostics.push(diagnose('import/guest-name-unclear', { userPrincipalName: from }));
    return [];
  }
  attributes.userPrincipalName = guest.name;
  return [{ name: 'userPrincipalName', from, to: guest.name }];
}

/** That a matching attribute exists and has a value: without one nobody can be looked up. */
export function checkMatching(
  job: Job,
  user: ImportedUser,
  environment: (name: string) => Environment,
): Diagnostic[] {
  if (job.matching.length === 0)
    return [diagnose('import/no-matching-attribute', { target: job.targetDirectory })];
  const attributes = { ...user.attributes, IsSoftDeleted: user.deleted || !user.accountEnabled };
  const tried = job.matching.map((flow) => {
    const evaluated = flow.expression?.evaluate(attributes, environment(flow.target));
    const hasValue =
      evaluated?.kind === 'value'
        ? evaluated.value !== null && evaluated.value !== ''
        : evaluated !== undefined;
    return { flow, hasValue: hasValue && evaluated?.kind !== 'dropped' };
  });
  if (tried.some(({ hasValue }) => hasValue)) return [];
  const rows = tried.map(({ flow }) => ({ target: flow.target, from: flow.expression?.text ?? 'nothing' }));
  return [
    diagnose(
      'import/matching-value-missing',
      { user: user.reportableIdentifier, attributes: rows },
      job.matching.map((flow) => job.locate(flow.pointer)),
    ),
  ];
}

/** The imported attributes as the service shows them, and those that somebody needs and nobody filled. */
export function describeAttributes(
  job: Job,
  user: ImportedUser,
  converted: ImportUserDetails['converted'],
): ImportUserDetails {
  const attributes: Record<string, AttributeText> = {};
  const missing: { name: string; neededBy: readonly string[] }[] = [];
  const last = ['appRoleAssignments'];
  const names = Object.keys(user.attributes).filter((name) => !last.includes(name));
  for (const name of names) {
    const text = toText(user.attributes[name] ?? null);
    if (text !== null && text !== '') attributes[name] = text;
    else if (neededByOf(job, name).length > 0) missing.push({ name, neededBy: neededByOf(job, name) });
  }
  const roles = listRoles(user.assignments).map(({ displayName }) => displayName);
  if (roles.length > 0) attributes.appRoleAssignments = roles;
  else if (neededByOf(job, 'appRoleAssignments').length > 0) {
    missing.push({ name: 'appRoleAssignments', neededBy: neededByOf(job, 'appRoleAssignments') });
  }
  return { attributes, converted, missing };
}

function describeImport(user: ImportedUser, { attributes, missing }: ImportUserDetails): string {
  const state = user.deleted ? 'found, deleted' : user.accountEnabled ? 'found' : 'found, disabled';
  const count = Object.keys(attributes).length;
  const without = missing.map(({ name }) => name);
  return `${state}: ${String(count)} attributes${without.length === 0 ? '' : `, ${String(without.length)} without value: ${without.join(', ')}`}`;
}

const neededByOf = (job: Pick<Job, 'needs'>, name: string): readonly string[] =>
  job.needs.find((need) => need.name === name)?.neededBy ?? [];

export const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
