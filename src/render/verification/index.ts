import type { Verification } from '../../report/verification.js';

export { renderVerificationText } from './text.js';

/** The answer of verify-target as one JSON document, indented by 2. */
export const renderVerificationJson = (verification: Verification): string =>
  `${JSON.stringify(verification, null, 2)}\n`;
