import type { MappingSource } from './schema.js';

/**
 * Writes the expression that the tree of a mapping source stands for: `source` objects written by hand may lack the text, and
 * cloud-sync macros are constants without one (schema reference 3.6). Attributes go in brackets, constants in quotes.
 * Arguments that were left empty have no entry in the tree, so where a function has optional arguments in the middle the
 * key tells the position.
 */
export function rebuildExpression(
  type: MappingSource['type'],
  name: string,
  parameters: MappingSource['parameters'],
): string {
  if (type === 'Attribute') return `[${name}]`;
  if (type === 'Constant') return `"${name.replace(/["\\]/g, '\\$&')}"`;
  const places = name.toLowerCase() === 'iif' ? joinCondition(parameters) : placeArguments(name, parameters);
  return `${name}(${Array.from(places, (text) => text ?? '').join(', ')})`;
}

/** IIF's condition is in three entries: left operand, a constant that holds the operator, right operand. */
function joinCondition(parameters: MappingSource['parameters']): readonly (string | undefined)[] {
  const find = (key: string) => parameters.find((entry) => entry.key.toLowerCase() === key)?.value;
  const one = find('one');
  if (one === undefined) return parameters.map(({ value }) => value.expression);
  const [two, three, four, five] = [find('two'), find('three'), find('four'), find('five')];
  const condition =
    two === undefined || three === undefined
      ? one.expression
      : `${one.expression} ${two.name} ${three.expression}`;
  return [condition, four?.expression, ...(five === undefined ? [] : [five.expression])];
}

// Keys as real exports and the documented signatures spell them, in lower case, by position; `rest` is where the others follow.
const layouts: Readonly<
  Record<string, { readonly positions: Readonly<Record<string, number>>; readonly rest: number }>
> = {
  replace: {
    positions: {
      source: 0,
      find: 1,
      oldvalue: 1,
      regularexpression: 2,
      regexpattern: 2,
      regularexpressiongroupname: 3,
      regexgroupname: 3,
      replacement: 4,
      replacementvalue: 4,
      replacementpropertyname: 5,
      replacementattributename: 5,
      template: 6,
    },
    rest: 7,
  },
  switch: { positions: { source: 0, defaultvalue: 1 }, rest: 2 },
  formatdatetime: { positions: { source: 0, datetimestyles: 1, inputformat: 2, outputformat: 3 }, rest: 4 },
};

function placeArguments(
  name: string,
  parameters: MappingSource['parameters'],
): readonly (string | undefined)[] {
  const layout = Object.hasOwn(layouts, name.toLowerCase()) ? layouts[name.toLowerCase()] : undefined;
  if (layout === undefined) return parameters.map(({ value }) => value.expression);
  const places: (string | undefined)[] = [];
  for (const { key, value } of parameters) {
    const position = layout.positions[key.toLowerCase()];
    places[position ?? Math.max(layout.rest, places.length)] = value.expression;
  }
  return places;
}
