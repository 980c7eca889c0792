import * as z from 'zod/mini';
import { descriptions } from './descriptions.js';
import { fileSchema } from './schema.js';

/**
 * The JSON Schema (draft 2020-12) of a configuration file, for editors. What depends on two keys at once, such as the
 * secret that a way of signing in needs, is checked only when the file is read.
 */
export function configurationJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(fileSchema, { io: 'input' });
  const head = { title: 'Configuration of provision-user', description: 'A .provisionrc file.' };
  return { $schema, ...head, ...(describeProperties(schema, []) as object) };
}

/** Adds descriptions below `properties`; unions and profiles do not lengthen the path. */
function describeProperties(node: unknown, path: readonly string[]): unknown {
  if (Array.isArray(node)) return node.map((item) => describeProperties(item, path));
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).map(([keyword, value]: [string, unknown]) => {
    if (keyword !== 'properties') return [keyword, describeProperties(value, path)] as const;
    const properties = Object.entries(value as object).map(([key, child]: [string, unknown]) => {
      const below = key === 'profiles' ? [] : [...path, key];
      const description = descriptions[key === 'profiles' ? key : below.join('.')];
      const described = describeProperties(child, below) as object;
      return [key, description === undefined ? described : { description, ...described }] as const;
    });
    return [keyword, Object.fromEntries(properties)] as const;
  });
  return Object.fromEntries(entries);
}
