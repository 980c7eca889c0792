export { importUser, type ImportedUser, readAttributes } from './import-user.js';
export { importGroup, type GroupSelector } from './import-group.js';
export type { ChosenMember, Membership } from './membership.js';
export { withoutOddCharacters } from './odd-characters.js';
export { selectUser } from './select-user.js';
export { findSourceName, isNeverGiven, readSourceAttribute } from '../../source/source-names.js';
