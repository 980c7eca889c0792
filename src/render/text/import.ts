import type { Report, Steps } from '../../report/report.js';
import { failed, showAnswer, showExchange } from './exchange.js';
import { exchangesOf, type Face, grid, indent, line, markOf, troubleOf } from './face.js';
import type { Row } from './rows.js';
import type { Pen } from './pen.js';
import { count, fullValue, showValue } from './value.js';

/** Step 2: what the source holds of the user, converted as the service does, and what it does not hold. */
export function showImport(step: Steps[1], report: Report, pen: Pen): Face {
  const { attributes, missing } = step.details;
  const exchanges = exchangesOf(step, report);
  const broken = exchanges.findLast(failed);
  const amount = count(Object.keys(attributes).length, 'attribute');
  const names = missing.map(({ name }) => name).join(', ');
  const without = `${amount}, ${missing.length} without value`;
  const tails = missing.length === 0 ? [amount] : [`${without}: ${names}`, without, amount];
  return {
    ...(troubleOf(step) ?? { mark: markOf(step), word: 'found', tails }),
    brief: [
      ...(step.status === 'warning' ? showConverted(step, pen) : []),
      ...(step.status === 'failure' ? showNeeded(step, pen) : []),
      ...(step.status === 'failure' && broken !== undefined ? showAnswer(broken, indent, pen) : []),
    ],
    full: () => [
      ...grid(
        Object.entries(attributes).map(([name, value]) => [name, showValue(value, pen, fullValue)]),
        indent,
        pen,
      ),
      ...showConverted(step, pen),
      ...showMissing(step, pen),
      ...exchanges.flatMap((exchange) => showExchange(exchange, indent, pen)),
    ],
  };
}

function showConverted({ details }: Steps[1], pen: Pen): readonly Row[] {
  if (details.converted.length === 0) return [];
  const cells = details.converted.map(({ name, from, to }) => [
    name,
    `${showValue(from, pen)} ${pen.signs.arrow} ${showValue(to, pen)}`,
  ]);
  return [line(pen.paint.quiet('converted'), indent, pen), ...grid(cells, indent + 2, pen)];
}

function showMissing({ details }: Steps[1], pen: Pen): readonly Row[] {
  if (details.missing.length === 0) return [];
  const cells = details.missing.map(({ name, neededBy }) => [
    name,
    neededBy.length === 0 ? '' : `needed by ${neededBy.join(', ')}`,
  ]);
  return [line(pen.paint.quiet('without value'), indent, pen), ...grid(cells, indent + 2, pen)];
}

/** Where the import failed, only what somebody needs can be why. */
function showNeeded({ details }: Steps[1], pen: Pen): readonly Row[] {
  const cells = details.missing
    .filter(({ neededBy }) => neededBy.length > 0)
    .map(({ name, neededBy }) => [name, `null`, `needed by ${neededBy.join(', ')}`]);
  return grid(cells, indent, pen).map((row) => ({ ...row, spare: true }));
}
