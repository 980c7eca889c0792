import type { Report, ReportExchange, Step, StepName } from '../../report/report.js';
import type { AsideWord, DetailWord } from '../look.js';
import { columns } from './columns.js';
import type { Row } from './rows.js';
import { hang } from './wrap.js';
import type { Pen } from './pen.js';
import type { Mark } from './symbols.js';

/** What is shown of one step: its line, and what stands below it where something failed or decided, or was asked for. */
export interface Face {
  readonly mark: Mark;
  readonly word: string;
  /** the rest of the line, the richest first: the first that fits is taken */
  readonly tails: readonly string[];
  readonly brief: readonly Row[];
  readonly full: () => readonly Row[];
  /** what stands below when its own word is asked for */
  readonly asides?: Readonly<Record<AsideWord, () => readonly Row[]>>;
}

/** Details stand to the right of the number and below the title of their step. */
export const indent = 7;

export const detailWords: Readonly<Record<StepName, DetailWord>> = {
  testConnection: 'connection',
  importUser: 'import',
  determineScope: 'scope',
  matchUser: 'match',
  performAction: 'action',
};

type AnyStep = Step<StepName, unknown>;

/** The line of a step that did not go well or did not go at all; undefined for one that did its work. */
export function troubleOf(step: AnyStep): Pick<Face, 'mark' | 'word' | 'tails'> | undefined {
  const titles = step.diagnostics.filter(isError).map(({ title }) => title);
  const tails = [step.description, ...titles.slice(0, 1)].filter((tail) => tail !== '');
  switch (step.status) {
    case 'failure':
      return { mark: 'bad', word: 'failed', tails };
    case 'crashed':
      return { mark: 'bad', word: 'crashed', tails };
    case 'skipped':
      return { mark: 'off', word: 'skipped', tails };
    case 'notRun':
      return { mark: 'off', word: 'not run', tails };
    case 'success':
    case 'warning':
      return undefined;
  }
}

const isError = ({ severity }: { readonly severity: string }): boolean => severity === 'error';

/** The mark of a step that did its work. */
export const markOf = (step: AnyStep, fine: Mark = 'ok'): Mark => (step.status === 'warning' ? 'warn' : fine);

export function exchangesOf(step: AnyStep, report: Report): readonly ReportExchange[] {
  return report.exchanges.filter(({ id }) => step.exchanges.includes(id));
}

/** Cells in columns, as rows that must stay. */
export function grid(cells: readonly (readonly string[])[], left: number, pen: Pen): readonly Row[] {
  return columns(cells, left, pen.width).map((lines) => ({ lines, spare: false }));
}

/** One paragraph below a step. */
export const line = (text: string, left: number, pen: Pen): Row => ({
  lines: hang(' '.repeat(left), text, pen.width),
  spare: false,
});
