import { diagnose, type Diagnostic } from '../diagnostics/diagnostic.js';
import type { LeftBehind } from '../report/verification.js';
import { buildDelete, buildLookup, buildRead } from '../scim/index.js';
import { judgeLookup } from '../steps/match-user/index.js';
import { describeExchangeShortly } from './describe-shortly.js';
import type { MatchingValue } from './look-up.js';
import { type Trial, usersOf } from './trial.js';

/** One account that a create may have made. */
export interface Leftover {
  /** The target refused the create: there is nothing to remove. */
  notMade(): void;
  isKnown(id: string): void;
}

/** What has to be removed from the target, from before each create on. */
export interface Leftovers {
  expect(name: string, values: readonly MatchingValue[]): Leftover;
  /**
   * Removes everything, the last first. What is not known by its id is looked for by its matching values; nothing else is
   * ever touched.
   * @param mayDelete whether the service itself would send a DELETE to this target
   */
  remove(trial: Trial, signal: AbortSignal, mayDelete: boolean): Promise<CleanUp>;
}

export interface CleanUp {
  readonly leftBehind: readonly LeftBehind[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Item {
  readonly name: string;
  readonly values: readonly MatchingValue[];
  id: string | null;
}

/** Begins the list of what has to be removed. */
export function openLeftovers(): Leftovers {
  const items: Item[] = [];
  return {
    expect(name, values) {
      const item: Item = { name, values, id: null };
      items.push(item);
      return {
        notMade: () => {
          items.splice(items.indexOf(item), 1);
        },
        isKnown: (id) => {
          item.id = id;
        },
      };
    },
    async remove(trial, signal, mayDelete) {
      const leftBehind: LeftBehind[] = [];
      for (const item of items.toReversed()) {
        const found = item.id === null ? await findItem(item, trial, signal) : { id: item.id };
        if (found === 'nobody') continue;
        const isGone = found !== 'unknown' && (await removeAccount(found.id, trial, signal, mayDelete));
        if (!isGone) leftBehind.push({ id: found === 'unknown' ? null : found.id, name: item.name });
      }
      const target = trial.target.name;
      return {
        leftBehind,
        diagnostics: leftBehind.map(({ id, name }) =>
          diagnose('verification/left-behind', { target, id, name }),
        ),
      };
    },
  };
}

type Found = { readonly id: string } | 'nobody' | 'unknown';

async function findItem({ values }: Item, trial: Trial, signal: AbortSignal): Promise<Found> {
  let isKnown = false;
  for (const { flow, value } of values) {
    const exchange = await trial.ask({ ...buildLookup('Users', flow.target, value), ours: true }, signal);
    const { result, resources } = judgeLookup(exchange, flow, value, usersOf(trial));
    const [resource] = resources;
    if (result === 'one' && resource !== undefined) return { id: resource.id };
    isKnown ||= result === 'none';
  }
  return isKnown ? 'nobody' : 'unknown';
}

/** Whether the account is gone afterwards. A 404 is as good as a 204: it is gone already. */
async function removeAccount(
  id: string,
  trial: Trial,
  signal: AbortSignal,
  mayDelete: boolean,
): Promise<boolean> {
  const exchange = await trial.ask(buildDelete('Users', id), signal);
  const status = exchange.answer?.status ?? 0;
  const isAccepted = (status >= 200 && status < 300) || status === 404;
  const target = trial.target.name;
  if (!isAccepted) {
    const request = describeExchangeShortly(exchange);
    const refused = diagnose('verification/delete-refused', { target, request });
    trial.see('deletion', mayDelete ? 'fail' : 'warning', exchange, [refused]);
    return false;
  }
  const after = await trial.ask({ ...buildRead('Users', id), ours: true }, signal);
  if (after.answer?.status === 200) {
    trial.see('deletion', 'warning', after, [], 'it is still returned after the DELETE');
    return false;
  }
  trial.see('deletion', 'pass', exchange);
  return true;
}
