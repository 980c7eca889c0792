import type { Basis, DiagnosticCode } from '../diagnostics/diagnostic.js';

/** Who can act: the target system, the configuration of the job, the data of the user, or Microsoft (it passes by itself). */
export type Actor = 'target' | 'configuration' | 'source' | 'service';

/** What kind of word it is: where in the portal or its logs it stands. */
export type Kind =
  | 'error code'
  | 'error code of the SCIM connector'
  | 'error code of another connector'
  | 'skip reason'
  | 'quarantine reason'
  | 'step name'
  | 'property of the scoping step'
  | 'status'
  | 'action'
  | 'error of the token service';

/** A word that the real service uses, explained in our own words. */
export interface ServiceWord {
  readonly word: string;
  /** other spellings of the same thing */
  readonly also: readonly string[];
  readonly kind: Kind;
  readonly category: 'failure' | 'skip' | 'warning' | null;
  /** numbers of the five steps in which it arises; empty where it belongs to none */
  readonly steps: readonly number[];
  readonly who: readonly Actor[];
  readonly meaning: string;
  /** what to do; empty where nothing is to be done */
  readonly tell: string;
  readonly basis: Basis;
  /** what this tool says in the same case */
  readonly ours: readonly DiagnosticCode[];
}

/** A word as a table lists it; what is left out is empty. */
export type Listed = Pick<ServiceWord, 'word' | 'meaning'> & Partial<ServiceWord>;

/** The words of one table. `shared` holds for every word that says nothing else. */
export function listWords(
  kind: Kind,
  shared: Partial<ServiceWord>,
  words: readonly Listed[],
): readonly ServiceWord[] {
  return words.map((word) => ({ ...plain, ...shared, kind, ...word }));
}

const plain = {
  also: [],
  category: null,
  steps: [],
  who: [],
  tell: '',
  basis: 'documented',
  ours: [],
} as const;
