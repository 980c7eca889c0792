export { type ConfigDocument, locateKey, locateValue, showKey, showValue } from './document.js';
export {
  childPointer,
  type ConfigNode,
  dottedPath,
  findNearestNode,
  findNode,
  type MappingNode,
  type PathStep,
  plainValue,
  showKeyName,
} from './node.js';
export { readConfiguration } from './read.js';
export { reasonOf } from './reason.js';
