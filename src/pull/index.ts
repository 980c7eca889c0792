export { type CarriedPart, carryOver, type Folders } from './carry-over.js';
export { listKeptAttributes, listKeptWords } from './keep-values.js';
