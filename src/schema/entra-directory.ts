import type { DirectoryDefinition, ObjectDefinition, SynchronizationSchema } from './schema.js';

/** The id that the Entra ID directory has in every sample, whatever it is called. */
export const entraDirectoryId = '66e4a8cc-1b7b-435e-95f8-f06cea133828';

// The older name stands in jobs made before about 2024.
const entraNames = ['microsoft entra id', 'azure active directory'];

/**
 * Whether a rule's directory is Entra ID: by the id of its definition, or by either name (schema reference 3.8). The other
 * tenant of cross-tenant synchronization, `Azure Active Directory (target tenant)`, is not.
 */
export function isEntraDirectory(schema: SynchronizationSchema, name: string): boolean {
  return entraNames.includes(name.toLowerCase()) || findNamed(schema, name)?.id === entraDirectoryId;
}

/** The definition of one kind of object in the directory that a rule names; undefined where the schema has none. */
export function findDefinition(
  schema: SynchronizationSchema,
  directoryName: string,
  objectName: string,
): ObjectDefinition | undefined {
  const directory = findDirectory(schema, directoryName);
  return (
    directory?.objects.find((object) => object.name === objectName) ??
    directory?.objects.find((object) => object.name.toLowerCase() === objectName.toLowerCase())
  );
}

/** The directory that a rule names; undefined where the schema does not define it. */
export function findDirectory(schema: SynchronizationSchema, name: string): DirectoryDefinition | undefined {
  return findNamed(schema, name) ?? findRenamedEntra(schema, name);
}

function findNamed(schema: SynchronizationSchema, name: string): DirectoryDefinition | undefined {
  return schema.directories.find((directory) => directory.name.toLowerCase() === name.toLowerCase());
}

/** A rule may keep Entra ID's older name while the directory carries the newer one. */
function findRenamedEntra(schema: SynchronizationSchema, name: string): DirectoryDefinition | undefined {
  return entraNames.includes(name.toLowerCase())
    ? schema.directories.find((directory) => directory.id === entraDirectoryId)
    : undefined;
}
