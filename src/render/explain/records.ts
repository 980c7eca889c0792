import type { RecordExplanation, StepExplanation } from '../../explain/index.js';
import { stepTitles } from '../../report/step-titles.js';
import type { Look } from '../look.js';
import { neutralise, neutraliseLines } from '../text/neutralise.js';
import { createPen, type Pen } from '../text/pen.js';
import type { Mark } from '../text/symbols.js';
import { columns } from '../text/columns.js';
import { hang, wrapAtEdge } from '../text/wrap.js';

const indent = 7;
const titles = Object.values(stepTitles);

/** Records of the service for a person at a terminal: who, the steps with their details, what it means and what to do. */
export function renderRecords(records: readonly RecordExplanation[], look: Look): string {
  const pen = createPen(look);
  const sheets = records.map((record) => showRecord(record, pen).join('\n'));
  return `${sheets.join(`\n\n${pen.paint.quiet('-'.repeat(Math.min(40, pen.width)))}\n\n`)}\n`;
}

function showRecord(explained: RecordExplanation, pen: Pen): readonly string[] {
  const { record, steps, reason } = explained;
  const systems = [record.sourceSystem, record.targetSystem].filter((name) => name !== null);
  const about = [systems.join(` ${pen.signs.arrow} `), record.when ?? ''].filter((part) => part !== '');
  const who = [record.subjectType ?? '', record.subject ?? 'an object without name'].filter(
    (part) => part !== '',
  );
  return [
    ...wrapAtEdge(
      pen.paint.strong(neutralise([who.join(' '), ...about].join(` ${pen.signs.dot} `))),
      pen.width,
    ),
    '',
    ...(steps.length === 0
      ? [pen.paint.quiet('  the record holds no steps')]
      : steps.flatMap((step) => showStep(step, pen))),
    ...showChanges(record, pen),
    ...showReason(explained, pen),
    ...(reason?.webResponse == null ? [] : showResponse(reason, pen)),
    ...showTodo(explained, pen),
    '',
    ...wrapAtEdge(showVerdict(record, pen), pen.width),
  ];
}

function showStep({ number, step, means, details, clauses }: StepExplanation, pen: Pen): readonly string[] {
  const title = number === null ? step.name : (titles[number - 1] ?? '');
  const head = `  ${number === null ? '?' : String(number)}  ${title}  ${pen.mark(markOf(step.status), step.status.toLowerCase() || 'no status')}  `;
  const rows = details.map(({ name, value, label }) => [
    neutralise(name),
    value === '' ? 'null' : neutralise(value),
    label === '' ? '' : pen.paint.quiet(`shown as "${label}"`),
  ]);
  const tested = clauses.map(({ clause, result }) => [
    neutralise(clause),
    pen.mark(result ? 'ok' : 'no', result ? 'holds' : 'does not hold'),
  ]);
  return [
    ...hang(head, pen.paint.quiet(neutralise(step.name)), pen.width),
    ...below(neutralise(step.description), pen),
    ...below(means === '' ? '' : pen.paint.quiet(means), pen),
    ...columns(rows, indent, pen.width).flat(),
    ...columns(tested, indent, pen.width).flat(),
  ];
}

const marks: Readonly<Record<string, Mark>> = {
  success: 'ok',
  warning: 'warn',
  failure: 'bad',
  skipped: 'off',
};
const markOf = (status: string): Mark => marks[status.toLowerCase()] ?? 'unsure';

const below = (text: string, pen: Pen): readonly string[] =>
  text === '' ? [] : hang(' '.repeat(indent), text, pen.width);

function showChanges({ modifiedProperties }: RecordExplanation['record'], pen: Pen): readonly string[] {
  if (modifiedProperties.length === 0) return [];
  const rows = modifiedProperties.map(({ displayName, oldValue, newValue }) => [
    neutralise(displayName),
    `${shown(oldValue)} ${pen.signs.arrow} ${shown(newValue)}`,
  ]);
  return ['', '  Modified properties', ...columns(rows, indent, pen.width).flat()];
}

const shown = (value: string | null): string => (value === null ? 'null' : `"${neutralise(value)}"`);

function showReason({ record, means, codes }: RecordExplanation, pen: Pen): readonly string[] {
  if (record.errorCode === null && record.reason === null) return [];
  const code = record.errorCode ?? 'no code';
  const known = means ?? 'This code is in none of the published tables.';
  return [
    '',
    ...hang('  ', pen.paint.strong(neutralise(code)), pen.width),
    ...below(known, pen),
    ...(codes.length === 0 ? [] : below(pen.paint.quiet(`here: ${codes.join(', ')}`), pen)),
    ...(record.reason === null ? [] : neutraliseLines(record.reason).flatMap((line) => below(line, pen))),
  ];
}

function showResponse(reason: NonNullable<RecordExplanation['reason']>, pen: Pen): readonly string[] {
  const { statusCode, scim, webResponse, retried, nextRetry } = reason;
  const rows = [
    ['status', scim?.status ?? statusCode],
    ['scimType', scim?.scimType],
    ['detail', scim?.detail],
    ['body', scim === null ? webResponse : null],
    ['retried', retried === null ? null : `${retried} times`],
    ['again after', nextRetry],
  ].filter((row): row is [string, string] => typeof row[1] === 'string');
  const cells = rows.map(([name, value]) => [name, neutralise(value)]);
  return ['', '  What the target answered', ...columns(cells, indent, pen.width).flat()];
}

function showTodo({ todo }: RecordExplanation, pen: Pen): readonly string[] {
  if (todo.length === 0) return [];
  const lines = todo.flatMap((text, index) => hang(`  ${String(index + 1)}  `, neutralise(text), pen.width));
  return ['', '  What to do', ...lines];
}

function showVerdict({ action, status, errorCode }: RecordExplanation['record'], pen: Pen): string {
  const parts = [action?.toLowerCase() ?? 'no action', status?.toLowerCase() ?? 'no status', errorCode ?? ''];
  return pen.paint.strong(neutralise(parts.filter((part) => part !== '').join(', ')));
}
