import { type Entries, say } from '../entry.js';

interface Mapped {
  /** as people call the target of the run */
  host: string;
  /** target name of the mapping */
  attribute: string;
}

/** What a target's own description of itself says against the mapping. */
export interface DiscoveryDiagnostics {
  'discovery/patch-unsupported': { host: string };
  'discovery/filter-unsupported': { host: string };
  /** `endpoints`: those of its resource types */
  'discovery/no-users-endpoint': { host: string; endpoints: string[] };
  'discovery/unknown-schema': {
    host: string;
    schema: string;
    attributes: string[];
    nearest: string | undefined;
  };
  /** `name`: the part of the attribute that is not declared */
  'discovery/unknown-attribute': Mapped & { name: string; nearest: string | undefined };
  'discovery/required-unmapped': { host: string; schema: string; names: string[] };
  'discovery/read-only': Mapped;
  'discovery/immutable': Mapped;
  'discovery/never-returned': Mapped;
  'discovery/type-mismatch': Mapped & { mapped: string; declared: string };
  'discovery/multiplicity-mismatch': Mapped & { declaredAsList: boolean };
  'discovery/not-canonical': Mapped & { field: string; value: string; known: string[] };
  'discovery/case-exact': Mapped;
  'discovery/unique-unmatched': { host: string; attributes: string[]; matching: string[] };
  /** `faults`: places with what is wrong there */
  'discovery/schemas-unreadable': { host: string; faults: string[] };
}

const some = (names: readonly string[]): string =>
  names.length > 6
    ? `${names.slice(0, 6).join(', ')} and ${String(names.length - 6)} more`
    : names.join(', ');
const meant = (nearest: string | undefined): string => (nearest === undefined ? '' : `; ${nearest} is near`);

export const discoveryEntries: Entries<DiscoveryDiagnostics> = {
  'discovery/patch-unsupported': {
    title: 'Target says that it has no PATCH',
    severity: 'warning',
    blame: 'target',
    message: ({ host }) => `/ServiceProviderConfig of ${host} says that PATCH is not supported.`,
    why: 'Every change of an account, a disable included, is a PATCH; the service never uses PUT.',
    advice: () => [say('target: support PATCH, or correct patch.supported if it does')],
    service: () => ['MethodNotAllowed', 'NotImplemented'],
    basis: 'documented',
  },
  'discovery/filter-unsupported': {
    title: 'Target says that it has no filters',
    severity: 'warning',
    blame: 'target',
    message: ({ host }) => `/ServiceProviderConfig of ${host} says that filters are not supported.`,
    why: 'Accounts are found by a filter with eq on each matching attribute.',
    advice: () => [say('target: support eq filters on /Users, or correct filter.supported if it does')],
    basis: 'documented',
  },
  'discovery/no-users-endpoint': {
    title: 'No resource type at /Users',
    severity: 'warning',
    blame: 'target',
    message: ({ host, endpoints }) =>
      `/ResourceTypes of ${host} lists ${endpoints.length === 0 ? 'no endpoint' : some(endpoints)}, and not /Users.`,
    why: 'The service appends /Users to the tenant URL, whatever a target declares.',
    advice: () => [
      say('configuration: check the path of the target URL'),
      say('target: serve users at /Users'),
    ],
    basis: 'documented',
  },
  'discovery/unknown-schema': {
    title: 'Schema not declared by the target',
    severity: 'warning',
    blame: 'configuration',
    message: ({ host, schema, attributes, nearest }) =>
      `/Schemas of ${host} has no ${schema}, which ${some(attributes)} ${attributes.length === 1 ? 'belongs' : 'belong'} to${meant(nearest)}.`,
    why: 'A target usually refuses or drops what belongs to a schema that it does not know.',
    advice: ({ nearest }) => [
      say(
        nearest === undefined
          ? 'configuration: remove these mappings, or correct their URN'
          : `configuration: is ${nearest} meant?`,
      ),
      say('target: declare the schema if it knows it'),
    ],
    basis: 'assumed',
  },
  'discovery/unknown-attribute': {
    title: 'Attribute not declared by the target',
    severity: 'warning',
    blame: 'configuration',
    message: ({ host, attribute, name, nearest }) =>
      `/Schemas of ${host} has no ${name}, which the mapping of ${attribute} writes${meant(nearest)}.`,
    why: 'A target drops or refuses an attribute that it does not know; dropped, it is sent again with every cycle.',
    advice: ({ nearest }) => [
      say(
        nearest === undefined
          ? 'configuration: remove the mapping, or correct its target name'
          : `configuration: is ${nearest} meant?`,
      ),
      say('target: declare the attribute if it knows it'),
    ],
    service: () => ['SchemaAttributeNotFound'],
    basis: 'assumed',
  },
  'discovery/required-unmapped': {
    title: 'Required attribute without mapping',
    severity: 'warning',
    blame: 'configuration',
    message: ({ host, schema, names }) =>
      `${host} requires ${some(names)} of ${schema}, and nothing is mapped to ${names.length === 1 ? 'it' : 'them'}.`,
    why: 'A create without a required attribute is refused.',
    advice: ({ names }) => [say(`configuration: map ${some(names)}, or give a constant or default`)],
    service: () => ['MandatoryFieldsMissing', 'MissingValues'],
    basis: 'assumed',
  },
  'discovery/read-only': {
    title: 'Read-only attribute is mapped',
    severity: 'warning',
    blame: 'configuration',
    message: ({ host, attribute }) => `${host} declares ${attribute} readOnly, and the mapping writes it.`,
    why: 'A create ignores it and a PATCH is refused with mutability (RFC 7644 section 3.5.2), the whole request with it.',
    advice: ({ attribute }) => [say(`configuration: remove the mapping of ${attribute}`)],
    basis: 'documented',
  },
  'discovery/immutable': {
    title: 'Immutable attribute is mapped for updates',
    severity: 'warning',
    blame: 'configuration',
    message: ({ host, attribute }) =>
      `${host} declares ${attribute} immutable, and the mapping writes it in updates too.`,
    why: 'It can be set once. A later PATCH is refused with mutability, the whole request with it.',
    advice: ({ attribute }) => [
      say(`configuration: apply the mapping of ${attribute} only during object creation`),
    ],
    basis: 'documented',
  },
  'discovery/never-returned': {
    title: 'Attribute is never returned',
    severity: 'warning',
    blame: 'configuration',
    message: ({ host, attribute }) => `${host} takes ${attribute} and never returns it.`,
    why: 'What is not returned counts as missing, so that it is sent again with every cycle.',
    advice: ({ attribute }) => [
      say(`configuration: apply the mapping of ${attribute} only during object creation`),
    ],
    basis: 'documented',
  },
  'discovery/type-mismatch': {
    title: 'Attribute of another type',
    severity: 'warning',
    blame: 'configuration',
    message: ({ host, attribute, mapped, declared }) =>
      `${host} declares ${attribute} as ${declared}, and the mapping sends ${mapped}.`,
    why: 'The type of the schema of the job decides what JSON is sent, not that of the target.',
    advice: ({ attribute, declared }) => [
      say(`configuration: give ${attribute} the type ${declared} in the attribute list of the target`),
    ],
    basis: 'assumed',
  },
  'discovery/multiplicity-mismatch': {
    title: 'One value or several',
    severity: 'warning',
    blame: 'configuration',
    message: ({ host, attribute, declaredAsList }) =>
      `${host} declares ${attribute} as ${declaredAsList ? 'a list, and the mapping sends one value' : 'single-valued, and the mapping sends a list'}.`,
    why: 'A list and a single value are different JSON, and different paths in a PATCH.',
    advice: ({ declaredAsList }) => [
      say(
        declaredAsList
          ? 'configuration: map an element, such as emails[type eq "work"].value, or mark the attribute as multi-valued'
          : 'configuration: map the attribute without brackets, as single-valued',
      ),
    ],
    service: () => ['SchemaPropertyCanOnlyAcceptValue'],
    basis: 'assumed',
  },
  'discovery/not-canonical': {
    title: 'Value not among the canonical ones',
    severity: 'warning',
    blame: 'configuration',
    message: ({ host, attribute, field, value, known }) =>
      `${host} knows ${some(known)} for ${field}, and ${attribute} uses "${value}".`,
    why: 'A target may refuse values that it does not list (RFC 7643 section 7, canonicalValues).',
    advice: ({ known }) => [say(`configuration: use one of ${some(known)}`)],
    basis: 'documented',
  },
  'discovery/case-exact': {
    title: 'Target tells letter case apart',
    severity: 'warning',
    blame: 'target',
    message: ({ host, attribute }) =>
      `${host} declares the matching attribute ${attribute} caseExact, and the service compares it without regard to letter case.`,
    why: 'An account whose value differs only in letter case is not found, and the create that follows is refused or makes a duplicate.',
    advice: ({ attribute }) => [
      say(`configuration: send ${attribute} in one letter case, with ToLower, and match on that`),
      say('target: compare it without regard to letter case'),
    ],
    basis: 'documented',
  },
  'discovery/unique-unmatched': {
    title: 'Unique in the target, not matched on',
    severity: 'info',
    blame: 'configuration',
    message: ({ host, attributes, matching }) =>
      `${host} lets no two users share ${some(attributes)}; accounts are matched by ${some(matching)} alone.`,
    why: 'Somebody who is not found by the matching attributes and shares such a value ends in a 409.',
    advice: () => [],
    service: () => ['SystemForCrossDomainIdentityManagementServiceIncompatibleFiltering'],
    basis: 'observed',
  },
  'discovery/schemas-unreadable': {
    title: 'Schema discovery would fail',
    severity: 'warning',
    blame: 'target',
    message: ({ host, faults }) => `/Schemas of ${host}: ${some(faults)}.`,
    why: 'The service reads /Schemas of gallery applications when a configuration is saved: a ListResponse, without nulls, with words in camelCase. A run does not need it.',
    advice: () => [say('target: correct what is named')],
    basis: 'documented',
  },
};
