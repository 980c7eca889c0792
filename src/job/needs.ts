import type { AttributeFlow, NeededAttribute, ScopingFilter } from './job.js';

/** Every source attribute that mappings and filters read, with who reads it, in order of first mention. */
export function listNeeds(
  flows: readonly AttributeFlow[],
  filters: readonly ScopingFilter[],
  inputFilters: readonly ScopingFilter[],
): NeededAttribute[] {
  const needs = new Map<string, string[]>();
  const add = (name: string, neededBy: string): void => {
    const users = needs.get(name) ?? [];
    if (!users.includes(neededBy)) users.push(neededBy);
    needs.set(name, users);
  };
  for (const flow of flows) {
    const what = flow.matchingPriority > 0 ? 'matching attribute' : 'mapping';
    for (const name of flow.expression?.attributes ?? []) add(name, `${what} ${flow.target}`);
  }
  for (const filter of filters) {
    for (const clause of filter.clauses) add(clause.attribute, `scoping filter ${filter.title}`);
  }
  for (const filter of inputFilters) {
    for (const clause of filter.clauses) add(clause.attribute, `input filter ${filter.title}`);
  }
  return [...needs].map(([name, neededBy]) => ({ name, neededBy }));
}
