export { type Directory, maskDirectory } from './mask-directory.js';
export { createReplacement, type ReplaceWords } from './replace-words.js';
