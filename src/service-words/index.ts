/** The words of the real service, explained: one file a table. A table more is one line more here. */
import type { ServiceWord } from './service-word.js';
import { generalCodes } from './tables/general-codes.js';
import { otherConnectorCodes } from './tables/other-connectors.js';
import { actions, statuses } from './tables/outcomes.js';
import { quarantineReasons } from './tables/quarantine-reasons.js';
import { scimCodes } from './tables/scim-codes.js';
import { scopeProperties } from './tables/scope-properties.js';
import { signInNumbers } from './tables/sign-in-numbers.js';
import { skipReasons } from './tables/skip-reasons.js';
import { stepNames } from './tables/step-names.js';

export { findWord, type FoundWord } from './find-word.js';
export type { Actor, Kind, ServiceWord } from './service-word.js';

/** Every word, in the order in which tables are searched. */
export const serviceWords: readonly ServiceWord[] = [
  ...generalCodes,
  ...scimCodes,
  ...otherConnectorCodes,
  ...skipReasons,
  ...quarantineReasons,
  ...stepNames,
  ...scopeProperties,
  ...statuses,
  ...actions,
  ...signInNumbers,
];
