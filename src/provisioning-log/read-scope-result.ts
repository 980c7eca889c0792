import { isObject, parseJson } from './members.js';

/** One clause of a scoping filter as the service evaluated it. */
export interface LoggedClause {
  /** `Marketing department filter.department EQUALS 'Marketing'` */
  readonly clause: string;
  readonly result: boolean;
}

/**
 * Reads `ScopeEvaluationResult`: JSON inside a text, one entry a clause. No entry where there is no filter.
 * @returns undefined where it is not that
 */
export function readScopeResult(text: string): readonly LoggedClause[] | undefined {
  const parsed = parseJson(text);
  if (!isObject(parsed)) return undefined;
  return Object.entries(parsed).map(([clause, result]) => ({
    clause,
    result: result === true || String(result).toLowerCase() === 'true',
  }));
}
