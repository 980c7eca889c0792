import type { AttributeDefinition, ObjectDefinition } from './schema.js';

/**
 * Finds the definition of an attribute by its name: exact, or else with blanks outside quotes set aside, and for SCIM objects
 * without regard to case: older default mappings hold `emails[type eq "other"].Value` (schema reference 7). Names of other
 * directories are case-sensitive (schema reference 6.2).
 * @returns undefined where there is no such attribute, or no definition at all
 */
export function findAttribute(
  definition: ObjectDefinition | undefined,
  name: string,
): AttributeDefinition | undefined {
  if (definition === undefined) return undefined;
  const exact = definition.attributes.find((attribute) => attribute.name === name);
  if (exact !== undefined) return exact;
  const ignoreCase = definition.name.toLowerCase().startsWith('urn:ietf:params:scim:');
  const normalise = (text: string) => (ignoreCase ? joinTokens(text).toLowerCase() : joinTokens(text));
  const wanted = normalise(name);
  return definition.attributes.find((attribute) => normalise(attribute.name) === wanted);
}

/** The parts of a path, quoted texts whole, with single blanks between them. */
function joinTokens(path: string): string {
  return (path.match(/"[^"]*"?|[^\s"[\].]+|[[\].]/g) ?? []).join(' ');
}
