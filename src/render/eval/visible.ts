import type { AttributeText } from '../../report/report.js';
import { neutralise } from '../text/neutralise.js';
import type { Pen } from '../text/pen.js';
import { fullValue, showValue } from '../text/value.js';

const escapedBlank = '\\u0020';

/**
 * A value with everything in it that could be overlooked made visible: characters that a terminal hides as escapes, and
 * blanks at the ends or beside each other as dots. A dot that is part of the value is then an escape too.
 */
export function showVisibly(value: AttributeText | null, pen: Pen): string {
  if (value === null) return 'null';
  const dot = pen.signs.dot.length === 1 && pen.signs.dot !== '-' ? pen.signs.dot : escapedBlank;
  const draw = (text: string): string => {
    const clean = neutralise(text);
    if (!/^ | $| {2}/.test(clean)) return clean;
    return clean.replaceAll('·', '\\u00b7').replace(/^ +| +$| {2,}/g, (blanks) => dot.repeat(blanks.length));
  };
  return showValue(typeof value === 'string' ? draw(value) : value.map(draw), pen, fullValue);
}
