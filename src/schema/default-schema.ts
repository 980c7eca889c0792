import { defaultDocument } from './default/document.js';
import { readSchemaValue } from './read-schema.js';
import type { SynchronizationSchema } from './schema.js';

const file = 'built-in default SCIM schema';

/**
 * The schema that applies when the configuration names none and Graph is not asked: the default mappings of a non-gallery SCIM
 * application, 22 rows for users and 3 for groups (schema reference 7; assumed where no export is public). Places in it are
 * pointers without lines, since there is no file.
 */
export function defaultSchema(): SynchronizationSchema {
  const { value } = readSchemaValue(defaultDocument, (pointer) => ({ file, pointer }));
  if (value === undefined) throw new Error('The built-in schema is faulty.');
  return value;
}
