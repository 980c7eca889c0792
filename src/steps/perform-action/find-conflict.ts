import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Exchange, TargetRequest } from '../../exchanges/exchange.js';
import {
  type AttributePath,
  buildQuery,
  type Collection,
  readList,
  type ScimResource,
} from '../../scim/index.js';
import type { Target } from '../../target/target.js';
import { explainAccount } from './explain-account.js';

/** What was asked beyond what the service asks. Every request of it is a GET marked `ours`. */
export interface Investigation {
  readonly exchanges: readonly Exchange[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A value that a refused create held, and that no two accounts should share. */
export interface SentValue {
  /** as written in the mapping */
  readonly attribute: string;
  readonly path: AttributePath;
  readonly value: string;
  /** whether the match asked for it */
  readonly matching: boolean;
}

/** A query of ours. */
export interface Question {
  readonly filter: string;
  /** as the match asked, in other letter case, for inactive accounts alone, or by a name that several may have */
  readonly kind: 'asSent' | 'otherCase' | 'inactive' | 'sharedName';
  /** null for a name that several may have */
  readonly about: SentValue | null;
}

/** No refusal is worth more requests. */
const mostQuestions = 12;

/**
 * Looks for the account that stands in the way of a create: asks once more for each value that should be unique, then in other
 * letter case, for inactive accounts, and by display name, until somebody is found who has one of the values. Says nothing where
 * the target gives no usable answer to any question.
 * Source: error code ServiceIncompatibleFiltering (the target knows the user although the filter did not find him).
 * @param displayName a name by which the account may be found though others may have it too
 */
export async function findConflict(
  values: readonly SentValue[],
  displayName: string | undefined,
  target: Target,
  signal: AbortSignal,
  collection: Collection = 'Users',
): Promise<Investigation> {
  const exchanges: Exchange[] = [];
  const asked: string[] = [];
  for (const stage of listStages(values, displayName)) {
    const found = new Map<string, { readonly account: ScimResource; readonly question: Question }>();
    for (const question of stage) {
      if (signal.aborted || exchanges.length >= mostQuestions) break;
      const exchange = await target.send(toRequest(question, collection), signal);
      exchanges.push(exchange);
      const list = exchange.answer === undefined ? undefined : readList(exchange.answer);
      if (list?.kind !== 'list') continue;
      asked.push(question.filter);
      for (const account of list.resources) {
        const fits = question.about !== null || sharesValue(account, values);
        if (fits && !found.has(account.id)) found.set(account.id, { account, question });
      }
    }
    if (found.size > 0) {
      const accounts = [...found.values()].map(({ account, question }) =>
        explainAccount(account, question, values),
      );
      const args = { target: target.name, accounts };
      return { exchanges, diagnostics: [diagnose('action/conflict-account-found', args)] };
    }
  }
  const hidden = { target: target.name, queries: asked };
  return {
    exchanges,
    diagnostics: asked.length === 0 ? [] : [diagnose('action/conflict-account-hidden', hidden)],
  };
}

const toRequest = ({ filter }: Question, collection: Collection): TargetRequest => ({
  ...buildQuery(collection, filter),
  ours: true,
});

function listStages(
  values: readonly SentValue[],
  displayName: string | undefined,
): readonly (readonly Question[])[] {
  const asSent = values.map(
    (about) => ({ filter: filterFor(about, about.value), kind: 'asSent', about }) as const,
  );
  const otherCase = values.flatMap((about) =>
    [...new Set([about.value.toLowerCase(), about.value.toUpperCase()])]
      .filter((text) => text !== about.value)
      .map((text) => ({ filter: filterFor(about, text), kind: 'otherCase', about }) as const),
  );
  const inactive = values
    .filter(({ matching }) => matching)
    .map((about) => {
      const filter = `${filterFor(about, about.value)} and active eq false`;
      return { filter, kind: 'inactive', about } as const;
    });
  const shared =
    displayName === undefined
      ? []
      : [
          {
            filter: `displayName eq ${JSON.stringify(displayName)}`,
            kind: 'sharedName',
            about: null,
          } as const,
        ];
  return [asSent, inactive, shared, otherCase];
}

/** A filter in brackets is beyond many servers; what the match did not ask is asked in the portable form of RFC 7644. */
function filterFor({ attribute, path, matching }: SentValue, value: string): string {
  const isBracketed = path.filter.length > 0 && path.schema === null && !matching;
  const name = isBracketed ? `${path.attribute}.${path.sub ?? 'value'}` : attribute;
  return `${name} eq ${JSON.stringify(value)}`;
}

function sharesValue(account: ScimResource, values: readonly SentValue[]): boolean {
  const text = JSON.stringify(account.raw).toLowerCase();
  return values.some(({ value }) => text.includes(JSON.stringify(value).toLowerCase()));
}
