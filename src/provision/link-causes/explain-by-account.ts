import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';
import type { MatchAttempt } from '../../report/report.js';

/** The queries of the match behind a conflict of a create, with the account that is in the way, and behind a 404. */
export function explainByAccount(
  diagnostic: Diagnostic,
  attempts: readonly MatchAttempt[],
  all: readonly Diagnostic[],
): Diagnostic {
  if (diagnostic.code === 'action/account-gone') {
    const asked = attempts.filter(({ result }) => result === 'one').flatMap(writeQuery);
    return diagnose(diagnostic.code, { ...diagnostic.args, asked }, diagnostic.at);
  }
  if (diagnostic.code !== 'action/conflict' || diagnostic.args.method !== 'POST') return diagnostic;
  const asked = attempts.filter(({ result }) => result === 'none').flatMap(writeQuery);
  const inTheWay = all.flatMap((one) =>
    one.code === 'action/conflict-account-found' ? one.args.accounts : [],
  );
  return diagnose(diagnostic.code, { ...diagnostic.args, asked, inTheWay }, diagnostic.at);
}

const writeQuery = ({ attribute, value }: MatchAttempt): readonly string[] =>
  value === null ? [] : [`${attribute} eq ${JSON.stringify(value)}`];
