export { configurationJsonSchema } from './json-schema.js';
export { loadSettings } from './load.js';
export { type ConfigurationParts, readParts } from './read-parts.js';
export type { ConfigWorld, SettingsRequest } from './request.js';
export type * from './settings.js';
