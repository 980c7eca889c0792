/** What `explain` knows: codes of the catalogue, words of the service, records of the service. Pure, and offline. */
export { allCodes, type CodeExplanation, explainCode } from './explain-code.js';
export {
  type DetailExplanation,
  explainRecord,
  type RecordExplanation,
  type StepExplanation,
} from './explain-log.js';
export { explainWord, type UnknownWord, type WordExplanation } from './explain-word.js';
export { writeCodePage, writeIndexPage, writeWordPage } from './write-page.js';
