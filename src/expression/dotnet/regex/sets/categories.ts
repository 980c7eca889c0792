import { NAMED_BLOCKS } from './blocks.data.js';
import { lazily } from './lazily.js';
import { CATEGORY_RUNS } from './categories.data.js';
import { contains, unite, unitsFrom, type CharSet } from './char-set.js';

type Category = keyof typeof CATEGORY_RUNS;

const CATEGORIES = Object.keys(CATEGORY_RUNS) as Category[];

function unitsOf(category: Category): CharSet {
  const set: number[] = [];
  let next = 0;
  CATEGORY_RUNS[category].split(/\s/).forEach((run, turn) => {
    const start = next;
    next += parseInt(run, 36);
    if (turn % 2 === 1) set.push(start, next - 1);
  });
  return set;
}

/**
 * The units that a name in `\p{...}` stands for: a category (`Lu`), a group of categories (`L`) or a block
 * (`IsCyrillic`); undefined for a name that .NET does not know. Names are case-sensitive.
 */
export function namedUnits(name: string): CharSet | undefined {
  const categories = CATEGORIES.filter(
    (category) => category === name || (name.length === 1 && category.startsWith(name)),
  );
  if (categories.length > 0) return unite(categories.map(unitsOf));
  const block = NAMED_BLOCKS.get(name);
  return block && unitsFrom(block[0], block[1]);
}

/** `\p{Lu}`, `\p{Ll}` and `\p{Lt}` all mean this under `(?i)` in .NET. */
export const casedLetters = lazily((): CharSet => unite((['Lu', 'Ll', 'Lt'] as const).map(unitsOf)));

/** `\d`: decimal digits of every script. Source: expression-language reference 7.1. */
export const digits = lazily((): CharSet => unitsOf('Nd'));

/** `\s`: Char.IsWhiteSpace, so U+0085 and U+00A0 but neither U+FEFF nor U+200B. Source: reference 7.1. */
export const spaces = lazily((): CharSet =>
  unite([...(['Zs', 'Zl', 'Zp'] as const).map(unitsOf), [0x09, 0x0d], [0x85, 0x85]]),
);

/** `\w`: letters, non-spacing marks, decimal digits, connector punctuation. Source: reference 7.1. */
export const word = lazily((): CharSet =>
  unite([casedLetters(), digits(), ...(['Lm', 'Lo', 'Mn', 'Pc'] as const).map(unitsOf)]),
);

/** What `\b` takes for a part of a word: `\w` and the zero-width joiner and non-joiner, as .NET does. */
export const boundaryWord = lazily((): CharSet => unite([word(), [0x200c, 0x200d]]));

/** Whether .NET takes the character for a word character in names of groups and after a backslash. */
export function isWordCharacter(text: string): boolean {
  return text !== '' && contains(boundaryWord(), text.charCodeAt(0));
}
