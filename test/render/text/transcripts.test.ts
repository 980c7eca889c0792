import { describe, test } from '@jest/globals';
import { renderText } from '../../../src/render/text/index.js';
import { expectStored } from '../../report/stored.js';
import { failing, fine } from '../reports/index.js';
import { look } from './look.js';

const looks = [
  ['80 columns', look()],
  ['120 columns', look({ width: 120 })],
  ['60 columns, ASCII', look({ width: 60, unicode: false })],
  ['80 columns, --details none', look({ details: 'none' })],
  ['100 columns, --details', look({ width: 100, details: 'all' })],
] as const;

// The pictures of the design, section 1, "What people see", are the measure; each transcript was compared with them by eye.
describe('what people see', () => {
  test.each(Object.entries({ ...fine, ...failing }))('%s', (name, report) => {
    const shown = looks.map(([title, each]) => `===== ${title}\n${renderText(report, each)}`).join('\n');
    expectStored(new URL(`../transcripts/${name.replaceAll(' ', '-')}.txt`, import.meta.url), shown);
  });
});
