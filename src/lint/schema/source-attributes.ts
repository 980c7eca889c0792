import { diagnose, type Diagnostic, type Location } from '../../diagnostics/diagnostic.js';
import { findAttribute } from '../../schema/index.js';
import { findSourceName, readSourceAttribute } from '../../steps/import-user/index.js';
import type { LintedMapping } from './linted-mapping.js';

/** Names of groups that are the same in Microsoft Graph, and the two that differ: schema reference 6.2. */
const groupNames = new Set(
  `objectId dirSyncEnabled displayName description mail mailNickname mailEnabled securityEnabled
  onPremisesSamAccountName proxyAddresses members`.split(/\s+/),
);
/** Computed by the service: "How application provisioning works". */
const computed = new Set(['IsSoftDeleted', 'appRoleAssignments']);

/**
 * Source attributes that neither the schema defines nor Microsoft Graph knows: they count as empty for everybody. A name in
 * other letter case is told as such, for names are case-sensitive ("Known issues for provisioning").
 */
export function lintSourceAttributes(linted: LintedMapping): readonly Diagnostic[] {
  return linted.job.needs.flatMap(({ name, neededBy }) => {
    if (isKnown(name, linted)) return [];
    const at = placesOf(name, linted);
    const probablyMeant = inOtherCase(name, linted);
    return probablyMeant === undefined
      ? [diagnose('import/attribute-not-readable', { name, neededBy }, at)]
      : [diagnose('import/attribute-letter-case', { name, neededBy, probablyMeant }, at)];
  });
}

function isKnown(name: string, { kind, sourceObject, userProperties }: LintedMapping): boolean {
  if (computed.has(name) || findAttribute(sourceObject, name) !== undefined) return true;
  if (kind === 'Group') return groupNames.has(name);
  return userProperties.has(name) || readSourceAttribute({}, name).readable;
}

function inOtherCase(
  name: string,
  { kind, sourceObject, userProperties }: LintedMapping,
): string | undefined {
  const defined = (sourceObject?.attributes ?? []).map((attribute) => attribute.name);
  const names = [...defined, ...userProperties, ...(kind === 'Group' ? groupNames : [])];
  const found = names.find((known) => known.toLowerCase() === name.toLowerCase());
  return found ?? (kind === 'User' ? findSourceName(name) : undefined);
}

function placesOf(name: string, { job }: LintedMapping): readonly Location[] {
  const clauses = [...job.filters, ...job.inputFilters].flatMap((filter) => filter.clauses);
  return [
    ...job.flows
      .filter(({ expression }) => expression?.attributes.includes(name) === true)
      .map(({ pointer }) => job.locate(`${pointer}/source`)),
    ...clauses.filter(({ attribute }) => attribute === name).map(({ pointer }) => job.locate(pointer)),
  ];
}
