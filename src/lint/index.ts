export { lintSchema } from './lint-schema.js';
