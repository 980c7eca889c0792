import type { Job } from '../job/index.js';
import type { MappingSource, ObjectMapping } from '../schema/index.js';
import { placeInGraph } from '../source/source-names.js';

/**
 * Texts that mappings compare with or put out, and values of scoping filters: their words must not be replaced, or expressions would
 * take another way.
 */
export function listKeptWords(mapping: ObjectMapping): readonly string[] {
  const { groups, inputFilterGroups, categoryFilterGroups } = mapping.scope;
  const clauses = [...groups, ...inputFilterGroups, ...categoryFilterGroups].flatMap(
    (group) => group.clauses,
  );
  const ofMappings = mapping.attributeMappings.flatMap(({ source, defaultValue }) => [
    ...(source === null ? [] : constantsOf(source)),
    ...(defaultValue === null ? [] : [defaultValue]),
  ]);
  return [...ofMappings, ...clauses.flatMap(({ values }) => values)];
}

function constantsOf({ type, name, expression, parameters }: MappingSource): string[] {
  const literals = [...expression.matchAll(/"((?:[^"]|"")*)"/g)].map(([, text = '']) => text);
  return [
    ...(type === 'Constant' ? [name] : []),
    ...literals,
    ...parameters.flatMap(({ value }) => constantsOf(value)),
  ];
}

/** Ids lead from one object to another, and are replaced everywhere alike. */
const references = new Set(['id', 'manager']);

/** Properties of Graph that scoping filters test: they keep their values. */
export function listKeptAttributes({
  filters,
  inputFilters,
}: Pick<Job, 'filters' | 'inputFilters'>): readonly string[] {
  const tested = [...filters, ...inputFilters].flatMap(({ clauses }) =>
    clauses.map(({ attribute }) => attribute),
  );
  const names = tested.map((attribute) => {
    const place = placeInGraph(attribute);
    if (place.kind !== 'property') return '';
    if (place.name === 'onPremisesExtensionAttributes') return attribute;
    return attribute.includes('.') ? (attribute.split('.').at(-1) ?? '') : place.name;
  });
  return [...new Set(names)].filter((name) => name !== '' && !references.has(name));
}
