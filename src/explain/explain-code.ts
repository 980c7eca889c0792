import { catalogue } from '../diagnostics/catalogue.js';
import type { Basis, Blame, DiagnosticCode, Severity } from '../diagnostics/diagnostic.js';
import { type Advice, type Entry, say } from '../diagnostics/entry.js';
import { findWord, serviceWords } from '../service-words/index.js';
import { namePlaceholders, tryPattern } from './placeholder.js';

/** What the catalogue says of a code, without any case at hand. */
export interface CodeExplanation {
  readonly kind: 'code';
  readonly code: DiagnosticCode;
  readonly title: string;
  readonly severity: Severity;
  readonly basis: Basis;
  /** null where it depends on the case */
  readonly blame: Blame | null;
  /** the message with names in braces for what it is filled with; null where it has no one pattern */
  readonly message: string | null;
  readonly why: string;
  readonly advice: readonly Advice[];
  /** what the real service calls it */
  readonly service: readonly { readonly word: string; readonly meaning: string }[];
}

/** Whether a text is a code of the catalogue. */
export const isCode = (text: string): text is DiagnosticCode => Object.hasOwn(catalogue, text);

/** Every code, in the order of the alphabet. */
export const allCodes = (): readonly DiagnosticCode[] => (Object.keys(catalogue) as DiagnosticCode[]).sort();

/** Explains a code out of the catalogue. */
export function explainCode(code: DiagnosticCode): CodeExplanation {
  // An index by a union loses the pairing of code and arguments; the placeholders stand for those of any code.
  const entry = catalogue[code] as unknown as Entry<object>;
  const args = namePlaceholders();
  const { title, severity, basis, blame, why } = entry;
  return {
    kind: 'code',
    code,
    title,
    severity,
    basis,
    blame: typeof blame === 'function' ? null : blame,
    message: tryPattern(() => entry.message(args)),
    why,
    advice: adviceOf(code, entry, args),
    service: wordsOf(code, entry, args),
  };
}

/** Advice that is made of values alone says nothing without them; what the service's word advises stands in for it. */
function adviceOf(code: DiagnosticCode, entry: Entry<object>, args: object): readonly Advice[] {
  const patterns: readonly unknown[] = tryPattern(() => entry.advice(args)) ?? [];
  const own = patterns.filter(isAdvice).filter(({ text }) => !isOnlyValues.test(text));
  if (own.length > 0) return own;
  const tells = serviceWords.filter(({ ours }) => ours[0] === code).map(({ tell }) => tell);
  return [...new Set(tells)].filter((tell) => tell !== '').map(say);
}

const isOnlyValues = /^(?:\w+:)?(?:\s*\{[^}]*\}\s*)+$/;

/** Where all advice is a value of the arguments, its placeholder stands in the list instead. */
const isAdvice = (made: unknown): made is Advice =>
  typeof made === 'object' && made !== null && 'text' in made;

function wordsOf(code: DiagnosticCode, entry: Entry<object>, args: object): CodeExplanation['service'] {
  const own = tryPattern(() => entry.service?.(args) ?? []) ?? [];
  const listed = serviceWords.filter(({ ours }) => ours.includes(code)).map(({ word }) => word);
  return [...new Set([...own, ...listed])]
    .filter((word) => !word.includes('{'))
    .map((word) => ({ word, meaning: findWord(word, serviceWords)?.word.meaning ?? '' }));
}
