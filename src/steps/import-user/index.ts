export { importUser, type ImportedUser, readAttributes } from './import-user.js';
export { selectUser } from './select-user.js';
export { findSourceName, isNeverGiven, readSourceAttribute } from './source-names.js';
