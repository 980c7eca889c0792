import type { Report } from './report.js';

/** What a report says of its own format. The first number of the version changes only when an old reader would go wrong. */
export const reportFormat = {
  name: 'provision-user/report',
  version: '1.0',
} as const satisfies Report['format'];
