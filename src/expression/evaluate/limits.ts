import type { Site } from '../functions/declaration.js';
import type { Result } from './outcome.js';

/** No text that a function makes may be longer; nested replacements could fill the memory otherwise (decided). */
export const longestResult = 2 ** 20;

/** What a function gave, or its failure where that is too long. */
export const bounded = (result: Result, site: Site): Result =>
  typeof result === 'string' && result.length > longestResult ? tooLong(site) : result;

/** The failure of a text that is or would become too long. */
export const tooLong = (site: Site): Result =>
  site.fail('expression/result-too-long', { limit: longestResult });
