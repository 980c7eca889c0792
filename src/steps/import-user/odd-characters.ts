/** A character that cannot be seen, or a blank where none belongs. */
export interface OddCharacter {
  /** `U+00A0 no-break space` */
  readonly name: string;
  /** in words: `at the end`, `after "Sal"` */
  readonly place: string;
}

const names: Readonly<Record<string, string>> = {
  ' ': 'blank',
  '\t': 'tab',
  '\n': 'line feed',
  '\r': 'carriage return',
  '\u00a0': 'no-break space',
  '\u00ad': 'soft hyphen',
  '\u2007': 'figure space',
  '\u200b': 'zero width space',
  '\u200c': 'zero width non-joiner',
  '\u200d': 'zero width joiner',
  '\u200e': 'left-to-right mark',
  '\u200f': 'right-to-left mark',
  '\u202a': 'left-to-right embedding',
  '\u202c': 'pop directional formatting',
  '\u202e': 'right-to-left override',
  '\u202f': 'narrow no-break space',
  '\u2060': 'word joiner',
  '\u3000': 'ideographic space',
  '\ufeff': 'byte order mark',
};

/**
 * White space at an end, or anywhere what looks like nothing or like a plain blank and is neither. Line breaks within an
 * address, the ideographic space within a name, and joiners between letters or emoji are no faults.
 */
const odd =
  /^\s+|\s+$|(?!(?<=\S)[\u200c\u200d](?=\S)|[ \r\n\u3000])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Zs}\p{Default_Ignorable_Code_Point}]/gu;

const shownBefore = 12;

/** Every odd character of a text in order; one for a run of blanks at an end. */
export function findOddCharacters(text: string): readonly OddCharacter[] {
  if (text.trim() === '') return [];
  return [...text.matchAll(odd)]
    .filter(([found]) => !/^[\ufe00-\ufe0f]$/.test(found))
    .map(({ 0: found, index }) => ({
      name: nameOf(found),
      place:
        index === 0
          ? 'at the start'
          : index + found.length === text.length
            ? 'at the end'
            : `after "${Array.from(text.slice(0, index)).slice(-shownBefore).join('')}"`,
    }));
}

/** The text as it was probably meant: without blanks at the ends and without what cannot be seen. */
export function withoutOddCharacters(text: string): string {
  return text.replace(odd, (found) => (/\p{Zs}/u.test(found) ? ' ' : '')).trim();
}

function nameOf(found: string): string {
  const [first = ''] = Array.from(found);
  const code = (first.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const name = Object.hasOwn(names, first) ? ` ${names[first] ?? ''}` : '';
  return `U+${code}${name}`;
}
