import type { Node } from './shape.js';

/** A place where a value is not what it should be: the JSON pointer, and both in words. */
export interface Misfit {
  readonly pointer: string;
  readonly expected: string;
  readonly actual: string;
}

/** Every place where a parsed JSON document differs from its shape, in the order of the shape; empty when it fits. */
export function checkShape(value: unknown, node: Node, pointer = ''): readonly Misfit[] {
  const inner = (part: unknown, partNode: Node, token: string | number): readonly Misfit[] =>
    checkShape(part, partNode, `${pointer}/${escapeToken(String(token))}`);
  const misfit: readonly Misfit[] = [{ pointer, expected: nameOf(node), actual: showActual(value) }];
  switch (node.kind) {
    case 'text':
      return typeof value === 'string' ? [] : misfit;
    case 'number':
    case 'boolean':
      return typeof value === node.kind ? [] : misfit;
    case 'null':
      return value === null ? [] : misfit;
    case 'words':
      return typeof value === 'string' && node.words.includes(value) ? [] : misfit;
    case 'anything':
      return [];
    case 'list':
      return Array.isArray(value) ? value.flatMap((item, at) => inner(item, node.item, at)) : misfit;
    case 'tuple':
      if (!Array.isArray(value) || value.length !== node.items.length) return misfit;
      return node.items.flatMap((itemNode, at) => inner(value[at], itemNode, at));
    case 'map':
      if (!isRecord(value)) return misfit;
      return Object.entries(value).flatMap(([name, part]) => inner(part, node.value, name));
    case 'object':
      if (!isRecord(value)) return misfit;
      return [...node.fields].flatMap(([name, field]) => {
        if (Object.hasOwn(value, name)) return inner(value[name], field.node, name);
        if (!field.required) return [];
        return [{ pointer, expected: `the key ${name}`, actual: 'an object without it' }];
      });
    case 'either':
      return checkChoices(value, node.choices, pointer, misfit);
    case 'named':
      return checkShape(value, node.node(), pointer);
  }
}

/** What is said of the one choice that has the kind of the value is the most telling. */
function checkChoices(
  value: unknown,
  choices: readonly Node[],
  pointer: string,
  misfit: readonly Misfit[],
): readonly Misfit[] {
  const answers = choices.map((choice) => checkShape(value, choice, pointer));
  if (answers.some((answer) => answer.length === 0)) return [];
  return answers.find((answer) => answer.some((found) => found.pointer !== pointer)) ?? misfit;
}

function nameOf(node: Node): string {
  switch (node.kind) {
    case 'boolean':
      return 'true or false';
    case 'number':
      return 'a number';
    case 'words':
      return node.words.map((word) => `"${word}"`).join(' or ');
    case 'list':
      return 'a list';
    case 'tuple':
      return `a list of ${node.items.length}`;
    case 'map':
    case 'object':
      return 'an object';
    case 'either':
      return node.choices.map(nameOf).join(' or ');
    case 'named':
      return nameOf(node.node());
    case 'text':
    case 'null':
    case 'anything':
      return node.kind;
  }
}

/** A value of JSON in few words. */
export function showActual(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  const shown = JSON.stringify(value);
  return shown.length > 60 ? `${shown.slice(0, 60)}…` : shown;
}

/** A JSON object, not an array. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const escapeToken = (token: string): string => token.replaceAll('~', '~0').replaceAll('/', '~1');
