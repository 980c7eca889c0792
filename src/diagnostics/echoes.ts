import type { Diagnostic } from './diagnostic.js';

/**
 * The diagnostics without those that say less of the same thing: that the schema does not define an attribute, where it is told
 * what reading the attribute comes to, or that the mapping can never flow.
 * @param told what else is said; among it is looked for the fuller word
 */
export function withoutEchoes(
  diagnostics: readonly Diagnostic[],
  told: readonly Diagnostic[],
): readonly Diagnostic[] {
  const names = new Set(told.flatMap(unreadableName));
  const mappings = told
    .filter(({ code }) => code === 'lint/never-flows')
    .flatMap(({ at }) => at.flatMap(({ pointer }) => pointer ?? []));
  return diagnostics.filter(
    (one) =>
      one.code !== 'expression/unknown-attribute' ||
      !(names.has(one.args.name) || one.at.some(({ pointer }) => isWithin(pointer, mappings))),
  );
}

function unreadableName(diagnostic: Diagnostic): string[] {
  switch (diagnostic.code) {
    case 'import/attribute-not-readable':
    case 'import/attribute-letter-case':
    case 'import/extension-unknown':
      return [diagnostic.args.name];
    default:
      return [];
  }
}

/** Whether a JSON pointer leads into one of the mappings, of which `/1` is none of `/15`. */
const isWithin = (pointer: string | undefined, mappings: readonly string[]): boolean =>
  pointer !== undefined && mappings.some((mapping) => `${pointer}/`.startsWith(`${mapping}/`));
