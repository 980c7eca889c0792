export { configurationJsonSchema } from './json-schema.js';
export { loadSettings } from './load.js';
export type { ConfigWorld, SettingsRequest } from './request.js';
export type * from './settings.js';
