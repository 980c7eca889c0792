import type * as z from 'zod/mini';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { findNearest } from '../diagnostics/nearest.js';
import {
  childPointer,
  type ConfigDocument,
  type ConfigNode,
  dottedPath,
  findNearestNode,
  findNode,
  locateKey,
  locateValue,
  type PathStep,
  showKey,
  showKeyName,
  showValue,
} from './document/index.js';
import { keysAt } from './schema-keys.js';

/** What was checked: a tree, its plain value, and the document that tells places. */
export interface Examined {
  readonly document: ConfigDocument;
  readonly root: ConfigNode;
  readonly value: unknown;
}

type Issue = z.core.$ZodIssue;

/** One issue of zod as diagnostics of ours, with the key, the place, and the nearest key or value that would do. */
export function translateIssue(issue: Issue, examined: Examined): readonly Diagnostic[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey(examined, path, key));
  }
  const node = findNode(examined.root, path);
  const allowed = allowedBy(issue);
  if (node === undefined) return [missingKey(examined, path, allowed ?? [])];
  if (allowed !== undefined) return [badValue(examined, path, node, allowed)];
  if (issue.code === 'invalid_union') return badSecret(examined, path, node);
  const isTimeout =
    dottedPath(path) === 'timeout' && node.kind === 'scalar' && typeof node.value === 'number';
  if (isTimeout) {
    const value = String(node.value);
    return [
      diagnose('config/bad-timeout', { from: 'timeout', value }, [locateValue(examined.document, node)]),
    ];
  }
  return [wrongType(examined, path, node, wantedBy(issue))];
}

/** The fixed values that were possible, where there are such. */
function allowedBy(issue: Issue): readonly string[] | undefined {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  return issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options)
    ? issue.options.map(String)
    : undefined;
}

function unknownKey(examined: Examined, path: readonly PathStep[], key: string): Diagnostic {
  const { document, root, value } = examined;
  const allowed = keysAt(path, value);
  const node = findNearestNode(root, [...path, key]);
  const name = showKeyName(key);
  const args = {
    key: name,
    parent: dottedPath(path),
    nearest: findNearest(name, allowed),
    allowed,
    excerpt: showKey(document, node, [name]),
  };
  return diagnose('config/unknown-key', args, [locateKey(document, node)]);
}

function missingKey(
  { document, root }: Examined,
  path: readonly PathStep[],
  allowed: readonly string[],
): Diagnostic {
  const parent = findNearestNode(root, path);
  const place = locateKey(document, parent);
  const pointer = childPointer(place.pointer ?? '', path.at(-1) ?? '');
  return diagnose('config/missing-key', { key: dottedPath(path), because: undefined, allowed }, [
    { ...place, pointer },
  ]);
}

function badValue(
  examined: Examined,
  path: readonly PathStep[],
  node: ConfigNode,
  allowed: readonly string[],
): Diagnostic {
  if (node.kind !== 'scalar' || node.value === null) return wrongType(examined, path, node, 'text');
  const text = String(node.value);
  // A missing space after a colon makes the next line part of this value, and that may be the one with the secret.
  const value = /^[\w-]{1,40}$/.test(text) ? text : undefined;
  const args = {
    key: dottedPath(path),
    value,
    allowed,
    nearest: value === undefined ? undefined : findNearest(value, allowed),
    excerpt: showValue(examined.document, node, value === undefined ? [] : [value]),
  };
  return diagnose('config/bad-value', args, [locateValue(examined.document, node)]);
}

/** A secret is a text or a mapping with one of three keys; zod reports what is wrong with it for each of the forms. */
function badSecret(examined: Examined, path: readonly PathStep[], node: ConfigNode): readonly Diagnostic[] {
  if (node.kind !== 'mapping') return [wrongType(examined, path, node, 'secret')];
  const known = keysAt(path, examined.value);
  const keys = [...node.entries.keys()];
  const unknown = keys.filter((key) => !known.includes(key));
  if (unknown.length > 0) return unknown.map((key) => unknownKey(examined, path, key));
  const [first, second] = keys;
  if (first === undefined) return [wrongType(examined, path, node, 'secret')];
  if (second !== undefined) return [conflict(examined, [...path, first], [...path, second])];
  const child = findNearestNode(examined.root, [...path, first]);
  return [wrongType(examined, [...path, first], child, first === 'command' ? 'command' : 'text')];
}

function conflict(
  { document, root }: Examined,
  first: readonly PathStep[],
  second: readonly PathStep[],
): Diagnostic {
  const at = [first, second].map((path) => locateKey(document, findNearestNode(root, path)));
  return diagnose('config/conflicting-keys', { first: dottedPath(first), second: dottedPath(second) }, at);
}

function wrongType(
  { document }: Examined,
  path: readonly PathStep[],
  node: ConfigNode,
  wanted: string,
): Diagnostic {
  const found = node.kind === 'scalar' ? (node.value === null ? 'nothing' : typeof node.value) : node.kind;
  const args = {
    key: dottedPath(path),
    wanted,
    found: found === 'string' && node.kind === 'scalar' && node.value === '' ? 'empty' : found,
    excerpt: showValue(document, node),
  };
  return diagnose('config/wrong-type', args, [locateValue(document, node)]);
}

function wantedBy(issue: Issue): string {
  if (issue.code === 'too_small') return issue.origin === 'array' ? 'command' : 'text';
  if (issue.code !== 'invalid_type') return 'text';
  const words: Readonly<Record<string, string>> = {
    string: 'text',
    number: 'number',
    boolean: 'boolean',
    object: 'mapping',
    record: 'mapping',
    array: 'command',
  };
  return words[issue.expected] ?? 'text';
}
