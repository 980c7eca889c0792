import { catalogue } from '../diagnostics/catalogue.js';
import { findNearest } from '../diagnostics/nearest.js';
import { findWord, serviceWords, type ServiceWord } from '../service-words/index.js';
import { allCodes, type CodeExplanation, explainCode, isCode } from './explain-code.js';

/** A word of the real service, and what we say in the same case. */
export interface WordExplanation extends Omit<ServiceWord, 'kind' | 'ours'> {
  readonly kind: 'word';
  /** where in the portal or its logs it stands */
  readonly stands: ServiceWord['kind'];
  /** the spelling that was asked for */
  readonly spelling: string;
  /** the name of a connector or application that stood before the code; empty where none did */
  readonly prefix: string;
  readonly ours: readonly { readonly code: string; readonly title: string }[];
}

export interface UnknownWord {
  readonly kind: 'unknown';
  readonly asked: string;
  readonly nearest: string | null;
}

/** Explains what somebody copied out of a message, the portal or a log: a code of ours first, else a word of the service. */
export function explainWord(text: string): CodeExplanation | WordExplanation | UnknownWord {
  const asked = text.trim();
  const code = asked.toLowerCase();
  if (isCode(code)) return explainCode(code);
  const found = findWord(asked, serviceWords);
  if (found !== undefined) return describeWord(found.word, found.spelling, found.prefix);
  const known = [...allCodes(), ...serviceWords.flatMap(({ word, also }) => [word, ...also])];
  return { kind: 'unknown', asked, nearest: findNearest(asked, known) ?? findName(code) ?? null };
}

/** The name alone, without its family: `out-of-scope`. */
const findName = (name: string): string | undefined =>
  allCodes().find((code) => code.slice(code.indexOf('/') + 1) === name);

function describeWord(word: ServiceWord, spelling: string, prefix: string): WordExplanation {
  const { kind, ours, ...rest } = word;
  return {
    ...rest,
    kind: 'word',
    stands: kind,
    spelling,
    prefix,
    ours: ours.map((code) => ({ code, title: catalogue[code].title })),
  };
}
