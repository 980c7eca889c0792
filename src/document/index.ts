export { decodeText } from './decode.js';
export { type JsonDocument, readJson } from './json.js';
export { lineAndColumn, showLine } from './lines.js';
