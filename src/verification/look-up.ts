import { diagnose } from '../diagnostics/diagnostic.js';
import type { Exchange } from '../exchanges/exchange.js';
import type { AttributeFlow, Job } from '../job/index.js';
import { buildLookup } from '../scim/index.js';
import { accountIn } from './account.js';
import { judgeLookup, type LookupJudgement } from '../steps/match-user/index.js';
import type { Row } from '../steps/perform-action/index.js';
import { type Trial, usersOf } from './trial.js';

/** A matching attribute with the value that the artificial user has for it. */
export interface MatchingValue {
  readonly flow: AttributeFlow;
  readonly value: string;
}

/** In the order of precedence; attributes without a value are left out, as in a match. */
export function listMatchingValues({ matching }: Job, rows: readonly Row[]): readonly MatchingValue[] {
  return matching.flatMap((flow) => {
    const text = rows.find((row) => row.flow === flow)?.wire?.text;
    return typeof text === 'string' && text !== '' ? [{ flow, value: text }] : [];
  });
}

/** Asks for an account as a match does, and judges the answer as a match does. */
export async function lookUp(
  trial: Trial,
  flow: AttributeFlow,
  value: string,
): Promise<LookupJudgement & { readonly exchange: Exchange }> {
  const exchange = await trial.ask(buildLookup('Users', flow.target, value));
  return { exchange, ...judgeLookup(exchange, flow, value, usersOf(trial)) };
}

/** Asks for nobody by each matching attribute; whether every query was clean, so that a create may follow. */
export async function probeFilters(trial: Trial, values: readonly MatchingValue[]): Promise<boolean> {
  let isClean = true;
  for (const { flow, value } of values) {
    const { exchange, result, diagnostics } = await lookUp(trial, flow, value);
    if (result === 'none') trial.see('filter', 'pass', exchange);
    else trial.see('filter', 'fail', exchange, diagnostics);
    isClean &&= result === 'none';
  }
  return isClean;
}

/**
 * Looks for the account that was created: by each matching attribute, in other letters where letter case does not count
 * (RFC 7643 sections 4.1.1 and 4.1.2: userName and mail), and for a value that nobody has.
 * @param unknown a value that nobody has
 */
export async function findAgain(
  trial: Trial,
  values: readonly MatchingValue[],
  unknown: string,
): Promise<void> {
  const target = trial.target.name;
  let isCompared = false;
  for (const { flow, value } of values) {
    const { exchange, result, diagnostics } = await lookUp(trial, flow, value);
    const args = { target, attribute: flow.target, value };
    if (result === 'one' || showsUnfitAccount(exchange, result)) trial.see('foundAgain', 'pass', exchange);
    else if (result === 'none')
      trial.see(
        'foundAgain',
        'fail',
        exchange,
        [diagnose('verification/not-found-again', args)],
        'it is not found',
      );
    else trial.see('foundAgain', 'fail', exchange, diagnostics);
    if (result !== 'one' || !isCaseless(flow)) continue;
    isCompared = true;
    await findInOtherLetters(trial, flow, value);
  }
  if (!isCompared)
    trial.skip(
      'letterCase',
      values.some(({ flow }) => isCaseless(flow))
        ? 'the account was not found by its own letters'
        : 'neither userName nor mail is matched on',
    );
  const [first] = values;
  if (first === undefined) return;
  const attribute = first.flow.target;
  const { exchange, result, resources, diagnostics } = await lookUp(trial, first.flow, unknown);
  if (result === 'none') return;
  const args = { target, attribute, value: unknown, count: resources.length };
  const stranger = diagnose('verification/finds-strangers', args);
  trial.see('filter', 'fail', exchange, result === 'filterIgnored' ? [stranger] : diagnostics);
}

async function findInOtherLetters(trial: Trial, flow: AttributeFlow, value: string): Promise<void> {
  const upper = value.toUpperCase();
  const other = upper === value ? value.toLowerCase() : upper;
  const { exchange, result, diagnostics } = await lookUp(trial, flow, other);
  const args = { target: trial.target.name, attribute: flow.target, value: other };
  if (result === 'one') trial.see('letterCase', 'pass', exchange);
  else if (result === 'none')
    trial.see(
      'letterCase',
      'fail',
      exchange,
      [diagnose('verification/letter-case', args)],
      'it is not found',
    );
  else trial.see('letterCase', 'fail', exchange, diagnostics);
}

const isCaseless = ({ path, caseExact }: AttributeFlow): boolean =>
  !caseExact && path.schema === null && /^(userName|emails)$/i.test(path.attribute);

/** An account that cannot be deserialised was found; its shape is a requirement of its own. */
const showsUnfitAccount = (exchange: Exchange, result: string): boolean =>
  result === 'answerUnfit' && accountIn(exchange) !== undefined;
