import type { RefusedPart } from '../../diagnostics/families/refusal.js';
import type { Location } from '../../diagnostics/diagnostic.js';
import type { TargetRequest } from '../../exchanges/exchange.js';
import type { Job } from '../../job/index.js';
import {
  elementsOf,
  isObject,
  memberOf,
  mentions,
  namesAttribute,
  parseAttributePath,
  type ScimError,
} from '../../scim/index.js';
import { redactedText } from './redact.js';
import type { Row } from './row.js';

/** The parts of a refused request, and which of them the refusal is about. */
export interface RefusedParts {
  /** all operations of a PATCH; none for a create, which has no parts of its own */
  readonly operations: readonly RefusedPart[];
  /** what the refusal is about as far as the server's words tell; empty where they do not */
  readonly suspects: readonly RefusedPart[];
  /** the mappings behind the suspects */
  readonly at: readonly Location[];
}

/** Takes a refused request and the server's words about it. */
export type FindRefusedParts = (request: TargetRequest, error: ScimError | undefined) => RefusedParts;

interface Part extends RefusedPart {
  readonly row: Row | undefined;
}

/**
 * Makes the function that finds the operation a server complains about: by the path in its words, by the name of the attribute,
 * by the value, by what the SCIM error type can only be about, or because there is one operation only.
 * Source: assumed; RFC 7644 section 3.12 gives an error no place for the operation.
 */
export function createPartFinder(rows: readonly Row[], locate: Job['locate']): FindRefusedParts {
  return (request, error) => {
    const isPatch = request.method === 'PATCH';
    const parts = isPatch ? partsOfPatch(request.body, rows) : partsOfCreate(rows);
    const told = isPatch || request.method === 'POST' ? findTold(parts, error) : [];
    const suspects = told.length === 0 && isPatch && parts.length === 1 ? parts : told;
    return {
      operations: isPatch ? parts.map(withoutRow) : [],
      suspects: suspects.map(withoutRow),
      at: suspects.flatMap(({ row }) => (row === undefined ? [] : [locate(row.flow.pointer)])),
    };
  };
}

const withoutRow = ({ op, path, value }: Part): RefusedPart => ({ op, path, value });

function partsOfPatch(body: unknown, rows: readonly Row[]): Part[] {
  const operations = isObject(body) ? elementsOf(memberOf(body, 'Operations')).filter(isObject) : [];
  return operations.flatMap((operation) => {
    const op = String(memberOf(operation, 'op'));
    const path = memberOf(operation, 'path');
    const value = memberOf(operation, 'value');
    if (typeof path === 'string') return [toPart(op, path, value, rows)];
    // A replace without path holds one attribute a key.
    return isObject(value) ? Object.entries(value).map(([name, each]) => toPart(op, name, each, rows)) : [];
  });
}

function toPart(op: string, path: string, value: unknown, rows: readonly Row[]): Part {
  const row = rows.find(({ flow }) => flow.path.text === path);
  return { op, path, value: row?.redacted === true ? redactedText : JSON.stringify(value ?? null), row };
}

const partsOfCreate = (rows: readonly Row[]): Part[] =>
  rows.flatMap((row) =>
    row.sent === null ? [] : [{ ...toPart('', row.flow.path.text, row.sent.json, [row]), op: null }],
  );

function findTold(parts: readonly Part[], error: ScimError | undefined): readonly Part[] {
  const words = (error?.detail ?? '').toLowerCase().replaceAll('e-mail', 'email');
  const tests: readonly ((part: Part) => boolean)[] = [
    ({ path }) => words.includes(path.toLowerCase()),
    ({ path }) => mentions(words, parseAttributePath(path)?.schema ?? ''),
    ({ path }) => namesAttribute(words, path),
    ({ value }) => isTelling(value) && quotes(words, value.slice(1, -1)),
    ({ value }) => words.includes('boolean') && /^"?(?:true|false)"?$/i.test(value),
    ({ path }) => /^(?:noTarget|invalidPath)$/.test(error?.scimType ?? '') && path.includes('['),
  ];
  for (const test of tests) {
    const found = parts.filter(test);
    if (found.length > 0) return found;
  }
  return [];
}

/** Whether a value stands in a sentence as a whole, and not within an address. */
function quotes(words: string, value: string): boolean {
  return words.split(value.toLowerCase()).some((before, index, all) => {
    const after = all[index + 1];
    return (
      after !== undefined &&
      !/[\p{L}\p{N}@.:_-]$/u.test(before) &&
      !/^(?:[\p{L}\p{N}@_-]|[.:]\S)/u.test(after)
    );
  });
}

/** A text long enough not to stand in a sentence by chance. */
const isTelling = (value: string): boolean => /^".{4,}"$/s.test(value) && !/^"(?:true|false)"$/i.test(value);
