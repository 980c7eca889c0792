export { chooseMapping, type MappingOptions } from './choose-mapping.js';
export { type ConnectorLimit, findConnectorLimit } from './connector-limits.js';
export { defaultSchema } from './default-schema.js';
export { findDefinition, findDirectory } from './entra-directory.js';
export { findAttribute } from './find-attribute.js';
export type { SourceObject } from './judge-mapping.js';
export { readSchema, readSchemaValue } from './read-schema.js';
export type * from './schema.js';
