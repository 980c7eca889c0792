import type { Look } from '../../../src/render/look.js';

/** A plain terminal of 80 columns, with what differs. */
export const look = (rest: Partial<Look> = {}): Look => ({
  colour: 0,
  unicode: true,
  width: 80,
  links: false,
  details: 'failed',
  ...rest,
});

/** The lines of a rendered report. */
export const linesOf = (text: string): readonly string[] => text.replace(/\n$/, '').split('\n');
