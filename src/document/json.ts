import {
  findNodeAtLocation,
  type Node,
  parse,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { type Checked, diagnose, type Location } from '../diagnostics/diagnostic.js';
import { lineAndColumn, showLine } from './lines.js';
import { measureNesting } from './nesting.js';
import { indexPositions, type PositionTree } from './positions.js';

// Whoever walks a document, parsers included, calls itself for every level; real ones nest fifty deep or so.
const deepestNesting = 1000;

/** A parsed JSON document that can tell where each of its parts stands. */
export interface JsonDocument {
  readonly value: unknown;
  /** The place of a JSON pointer, or of its nearest ancestor that exists. Parses again on the first call only. */
  readonly locate: (pointer: string) => Location;
}

/**
 * Parses JSON.
 * @param what the document in plain words, for messages: "the schema"
 * @param comments whether comments and trailing commas are allowed, as in a configuration
 */
export function readJson(text: string, file: string, what: string, comments = false): Checked<JsonDocument> {
  const nesting = measureNesting(text);
  if (nesting > deepestNesting) {
    return {
      value: undefined,
      diagnostics: [diagnose('document/too-deep', { what, file, nesting }, [{ file }])],
    };
  }
  const value = comments ? undefined : parseStrictly(text);
  if (value !== undefined) {
    return { value: { value, locate: createLocator(text, file, findInJson(text)) }, diagnostics: [] };
  }
  const errors: ParseError[] = [];
  const tolerant: unknown = parse(text, errors, {
    allowTrailingComma: comments,
    disallowComments: !comments,
  });
  const error = errors[0];
  if (error === undefined) {
    const locate = createLocator(text, file, findInCommented(text));
    return { value: { value: tolerant, locate }, diagnostics: [] };
  }
  const place = lineAndColumn(text, error.offset);
  const problem = `${inWords(printParseErrorCode(error.error))} at line ${String(place.line)}, column ${String(place.column)}`;
  const excerpt = showLine(text, error.offset);
  return {
    value: undefined,
    diagnostics: [diagnose('document/syntax', { what, file, problem, excerpt }, [{ file, ...place }])],
  };
}

function parseStrictly(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `CommaExpected` as people say it: `comma expected`. */
function inWords(code: string): string {
  return code.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

/** The place of a pointer, or of its nearest ancestor; positions are looked for on the first call only. */
function createLocator(
  text: string,
  file: string,
  find: (path: readonly string[]) => number | undefined,
): JsonDocument['locate'] {
  return (pointer) => {
    const offset = find(pointer.split('/').slice(1).map(unescapeToken));
    return offset === undefined ? { file, pointer } : { file, pointer, ...lineAndColumn(text, offset) };
  };
}

/** For JSON proper. */
function findInJson(text: string): (path: readonly string[]) => number | undefined {
  let tree: PositionTree | undefined;
  return (path) => {
    tree ??= indexPositions(text);
    let node = tree;
    for (const token of path) {
      const part = node.parts.get(token);
      if (part === undefined) break;
      node = part;
    }
    return node.offset;
  };
}

/** For JSON with comments. */
function findInCommented(text: string): (path: readonly string[]) => number | undefined {
  let tree: Node | undefined;
  return (path) => {
    tree ??= parseTree(text, [], { allowTrailingComma: true });
    for (let length = path.length; tree !== undefined && length >= 0; length--) {
      const segments = path.slice(0, length).map((token) => (/^\d+$/.test(token) ? Number(token) : token));
      const node = findNodeAtLocation(tree, segments);
      if (node !== undefined) return node.offset;
    }
    return undefined;
  };
}

const unescapeToken = (token: string): string => token.replaceAll('~1', '/').replaceAll('~0', '~');
