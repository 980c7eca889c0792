import stringWidth from 'fast-string-width';
import type { Report } from '../../report/report.js';
import { wrapAtEdge } from './wrap.js';
import type { Pen } from './pen.js';

/** Who, and at the right how and where to; what expressions saw as the present and as chance, where they asked. */
export function showHeader(report: Report, pen: Pen): readonly string[] {
  const { subject, mode, dryRun, target, clock, seed } = report;
  const dot = ` ${pen.signs.dot} `;
  const kind = subject.type === 'group' ? 'group' : null;
  const names = [subject.displayName, subject.userPrincipalName, kind].filter(
    (name): name is string => name !== null && name !== '',
  );
  if (names.length === 0) names.push(subject.id ?? nobody(report));
  const [name = '', ...rest] = names;
  const who = [pen.paint.strong(name), ...rest].join(dot);
  const how = [
    mode === 'cycle' ? 'cycle' : 'on demand',
    ...(dryRun ? ['dry run'] : []),
    ...(target === null ? [] : [target]),
  ];
  const given = [...(clock === null ? [] : [`now ${clock}`]), ...(seed === null ? [] : [`seed ${seed}`])];
  return [
    ...opposite(who, pen.paint.quiet(how.join(dot)), pen.width),
    ...(given.length === 0 ? [] : wrapAtEdge(pen.paint.quiet(given.join(dot)), pen.width)),
  ];
}

/** A connection test alone is about no user; a user who was named and not found is unknown. */
const nobody = ({ subject, steps }: Report): string =>
  `${steps[1].status === 'notRun' ? 'no' : 'unknown'} ${subject.type}`;

function opposite(left: string, right: string, width: number): readonly string[] {
  const gap = Math.min(width, 100) - stringWidth(left) - stringWidth(right);
  return gap >= 2
    ? [left + ' '.repeat(gap) + right]
    : [...wrapAtEdge(left, width), ...wrapAtEdge(right, width)];
}
