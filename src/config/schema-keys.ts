import type * as z from 'zod/mini';
import type { PathStep } from './document/index.js';
import { configurationSchema } from './schema.js';

/**
 * The keys that a mapping of the configuration may have.
 * @param path where the mapping stands, from the root
 * @param configuration the plain value of the whole, which says the `kind` of each part
 */
export function keysAt(path: readonly PathStep[], configuration: unknown): readonly string[] {
  let schemas: readonly z.core.$ZodType[] = expand(configurationSchema, configuration);
  let value = configuration;
  for (const step of path) {
    value = isMapping(value) ? value[String(step)] : undefined;
    schemas = schemas
      .flatMap((schema) => childOf(schema, String(step)))
      .flatMap((child) => expand(child, value));
  }
  return [...new Set(schemas.flatMap((schema) => Object.keys(shapeOf(schema))))];
}

/** The schemas that can be meant: an optional one is its inner one, a union its options, or the one of that `kind`. */
function expand(schema: z.core.$ZodType, value: unknown): readonly z.core.$ZodType[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'optional') return expand(def.innerType, value);
  if (def.type !== 'union') return [schema];
  const kind = isMapping(value) ? value.kind : undefined;
  const meant = def.options.filter((option) => kindsOf(option).has(kind));
  return (meant.length > 0 ? meant : def.options).flatMap((option) => expand(option, value));
}

function kindsOf(schema: z.core.$ZodType): ReadonlySet<unknown> {
  return schema._zod.propValues?.kind ?? new Set();
}

function childOf(schema: z.core.$ZodType, key: string): readonly z.core.$ZodType[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'record') return [def.valueType];
  const child = shapeOf(schema)[key];
  return child === undefined ? [] : [child];
}

function shapeOf(schema: z.core.$ZodType): Readonly<Record<string, z.core.$ZodType>> {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  return def.type === 'object' ? def.shape : {};
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
