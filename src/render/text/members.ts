import type { AttributeChange, MemberChange, Steps } from '../../report/report.js';
import { shortenIds } from './exchange.js';
import { grid, indent, line } from './face.js';
import type { Pen } from './pen.js';
import type { Row } from './rows.js';
import type { Mark } from './symbols.js';
import { count } from './value.js';

type Action = Steps[4];

/** Members have a table of their own, one row each. */
export const isNoMember = ({ target }: AttributeChange): boolean => !/(?:^|:)members$/i.test(target);

const marks: Readonly<Record<MemberChange['operation'], Mark>> = { add: 'ok', remove: 'no', none: 'off' };

/** The members of a group with what is done about each. Who is left as he is gives way first where room is short. */
export function showMembers({ details }: Action, pen: Pen, full: boolean): readonly Row[] {
  const { members = [] } = details;
  if (members.length === 0) return showWhyNone(details, pen);
  const cells = members.map(({ member, operation, targetId, reason }) => [
    member,
    pen.mark(marks[operation], operation === 'none' ? 'unchanged' : operation),
    targetId === null ? '' : full ? targetId : shortenIds(targetId),
    reason,
  ]);
  const rows = grid(cells, indent + 2, pen).map((row, at) => ({
    ...row,
    spare: members[at]?.operation === 'none',
  }));
  return [line(pen.paint.quiet('members'), indent, pen), ...rows];
}

/** Of a group about whose members nothing is done, why; nothing for a user. */
function showWhyNone({ members, attributes }: Action['details'], pen: Pen): readonly Row[] {
  const row = attributes.find((change) => !isNoMember(change));
  if (members === undefined || row === undefined) return [];
  return [line(`${pen.paint.quiet('members')}  ${row.reason}`, indent, pen)];
}

/** `, 2 members added, 1 removed`; empty where nobody is. */
export function tellMembers({ details }: Action): string {
  const { members = [] } = details;
  const of = (operation: string): number => members.filter((member) => member.operation === operation).length;
  const added = of('add');
  const removed = of('remove');
  return [
    ...(added === 0 ? [] : [`, ${count(added, 'member')} added`]),
    ...(removed === 0 ? [] : [`, ${count(removed, 'member')} removed`]),
  ].join('');
}
