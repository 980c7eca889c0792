import { refused } from './refused.js';
import { stopped } from './stopped.js';

export { fine } from './fine.js';

/** Runs that came to no good end. */
export const failing = { ...refused, ...stopped };
