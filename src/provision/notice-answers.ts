import { severityOf } from '../diagnostics/describe.js';
import { noticeAnswer } from '../scim/index.js';
import type { StepRecord } from './step-record.js';

/** Adds to a step what its answers have against them, but nothing that an earlier step was told already. */
export type AddNotices = <Found, Details>(record: StepRecord<Found, Details>) => StepRecord<Found, Details>;

/**
 * Begins the notices of one run. A server that gets every answer slightly wrong is told so once, at the step that met it
 * first, so steps have to come in their order.
 */
export function openNotices(): AddNotices {
  const told = new Set<string>();
  return (record) => {
    const notices = record.exchanges.flatMap(noticeAnswer).filter(({ code }) => {
      const isNew = !told.has(code);
      told.add(code);
      return isNew;
    });
    const warns = record.status === 'success' && notices.some((each) => severityOf(each) === 'warning');
    return {
      ...record,
      status: warns ? 'warning' : record.status,
      diagnostics: [...record.diagnostics, ...notices],
    };
  };
}
