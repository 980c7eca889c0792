import { isCore } from './urns.js';

/** `field eq value` inside the brackets of a path. */
export interface FilterTerm {
  readonly field: string;
  readonly value: string | boolean | number;
  /** the literal as written: `"True"` and `true` differ in it */
  readonly raw: string;
}

/** A target attribute name of a mapping, taken apart. */
export interface AttributePath {
  /** as written; requests keep the spelling */
  readonly text: string;
  /** URN before the last colon; null for a name without one */
  readonly schema: string | null;
  readonly attribute: string;
  /** all terms must hold; empty where there are no brackets */
  readonly filter: readonly FilterTerm[];
  readonly sub: string | null;
  /** written `...:2.0:User.manager`, the form of before 2018 ("Known issues ... SCIM 2.0 protocol compliance") */
  readonly legacyDot: boolean;
}

const attributeName = String.raw`[\p{L}$][\p{L}\p{N}_$-]*`;
const plainPath = new RegExp(
  String.raw`^(${attributeName})\s*(?:\[(.*)\])?\s*(?:\.\s*(${attributeName}))?$`,
  'su',
);
const filterTerm = new RegExp(
  String.raw`^\s*(${attributeName})\s+eq\s+("(?:[^"\\]|\\.)*"|true|false|-?\d+(?:\.\d+)?)\s*`,
  'iu',
);

/**
 * Parses a target attribute name: `userName`, `name.givenName`, `emails[type eq "work"].value`, a URN and one of these.
 * The last colon before the brackets ends the URN, so dots in a version stay in it. Undefined where the text is no such
 * name. Grammar: names seen in "Customize user provisioning attribute-mappings"; RFC 7644 section 3.5.2 for the filter.
 */
export function parseAttributePath(name: string): AttributePath | undefined {
  const head = splitSchema(name.trim());
  const parts = head === undefined ? null : plainPath.exec(head.rest);
  if (head === undefined || parts === null) return undefined;
  const filter = parts[2] === undefined ? [] : parseFilter(parts[2]);
  if (filter === undefined) return undefined;
  const { schema, legacyDot } = head;
  return { text: name, schema, attribute: parts[1] ?? '', filter, sub: parts[3] ?? null, legacyDot };
}

/** Whether a path is the members of a group as a whole (RFC 7643 section 4.2). */
export function isMembers({ schema, attribute, filter, sub }: AttributePath): boolean {
  return isCore(schema) && attribute.toLowerCase() === 'members' && filter.length === 0 && sub === null;
}

/** Whether two names mean the same: letter case, blanks and the order of filter terms do not count. */
export function samePath(a: AttributePath, b: AttributePath): boolean {
  return pathKey(a) === pathKey(b);
}

/** The same text for the same filter, whatever its letter case, blanks and order. */
export function filterKey(filter: readonly FilterTerm[]): string {
  const terms = filter.map(({ field, value }) => JSON.stringify([field, String(value)]).toLowerCase());
  return terms.sort().join('&');
}

function pathKey({ schema, attribute, filter, sub }: AttributePath): string {
  return JSON.stringify([schema, attribute, filterKey(filter), sub]).toLowerCase();
}

interface Head {
  readonly schema: string | null;
  readonly rest: string;
  readonly legacyDot: boolean;
}

function splitSchema(name: string): Head | undefined {
  const bracket = name.indexOf('[');
  const colon = (bracket < 0 ? name : name.slice(0, bracket)).lastIndexOf(':');
  if (colon < 0) return { schema: null, rest: name, legacyDot: false };
  const schema = name.slice(0, colon);
  const rest = name.slice(colon + 1);
  if (!/^urn:\S+$/i.test(schema)) return undefined;
  if (!/:\d+\.\d+$/.test(schema)) return { schema, rest, legacyDot: false };
  const resource = /^(User|Group)(?:\.(.+))?$/is.exec(rest);
  if (resource === null) return { schema, rest, legacyDot: false };
  const [, type, attribute] = resource;
  // Without an attribute the text names the schema itself.
  return attribute === undefined
    ? undefined
    : { schema: `${schema}:${type ?? ''}`, rest: attribute, legacyDot: true };
}

function parseFilter(text: string): readonly FilterTerm[] | undefined {
  const terms: FilterTerm[] = [];
  let rest = text;
  for (;;) {
    const [matched, field, raw] = filterTerm.exec(rest) ?? [];
    if (matched === undefined || field === undefined || raw === undefined) return undefined;
    const value = parseLiteral(raw);
    if (value === undefined) return undefined;
    terms.push({ field, value, raw });
    rest = rest.slice(matched.length);
    if (rest === '') return terms;
    const and = /^and\s/i.exec(rest);
    if (and === null) return undefined;
    rest = rest.slice(and[0].length);
  }
}

function parseLiteral(raw: string): string | boolean | number | undefined {
  try {
    return JSON.parse(raw.startsWith('"') ? raw : raw.toLowerCase()) as string | boolean | number;
  } catch {
    return undefined;
  }
}
