import type { ServiceWord } from './service-word.js';

/** A word with what was left out to find it. */
export interface FoundWord {
  readonly word: ServiceWord;
  /** the spelling of it that was meant */
  readonly spelling: string;
  /** what stood before it and is no part of it, an application's name for example; empty where nothing did */
  readonly prefix: string;
}

/** Connectors whose name stands before a code. */
const scimConnector = 'SystemForCrossDomainIdentityManagement';
const prefixes = [
  scimConnector,
  'AzureActiveDirectory',
  'AzureDirectory',
  'HybridSynchronizationActiveDirectory',
  'HybridSynchronization',
];

/**
 * Finds a word as people copy it: letter case and blanks do not count; line breaks inside (`<br>`) are joined; `Microsoft Entra
 * ID` before a code is read as `AzureActiveDirectory`, a rename accident of the documentation; what is unknown with the name
 * of a connector or an application before it is looked up without it (`ContosoEntryConflict`).
 * Source: parsing rule decided in the errors reference, section 2.
 */
export function findWord(text: string, words: readonly ServiceWord[]): FoundWord | undefined {
  const asked = normalise(text);
  const exact = findSpelling(asked, words);
  if (exact !== undefined) return { ...exact, prefix: '' };
  const prefix = prefixes.map(normalise).find((each) => asked.startsWith(each)) ?? '';
  const rest = asked.slice(prefix.length);
  if (rest !== '') {
    // Codes of the SCIM connector are listed with its name, and people write them without.
    const found = findSpelling(rest, words) ?? findSpelling(normalise(scimConnector) + rest, words);
    if (found !== undefined)
      return { ...found, prefix: prefixes.find((each) => normalise(each) === prefix) ?? '' };
  }
  return findAfterName(asked, text, words);
}

type Spelt = Pick<FoundWord, 'word' | 'spelling'>;

const spellingsOf = (word: ServiceWord): readonly string[] => [word.word, ...word.also];

function findSpelling(asked: string, words: readonly ServiceWord[]): Spelt | undefined {
  for (const word of words) {
    const spelling = spellingsOf(word).find((candidate) => normalise(candidate) === asked);
    if (spelling !== undefined) return { word, spelling };
  }
  return undefined;
}

/** The longest code that the text ends in; an application's name stands before it. */
function findAfterName(asked: string, text: string, words: readonly ServiceWord[]): FoundWord | undefined {
  const ending = words
    .filter(({ kind }) => kind.startsWith('error code'))
    .flatMap((word) => spellingsOf(word).map((spelling) => ({ word, spelling })))
    .filter(({ spelling }) => spelling.length >= shortestEnding && asked.endsWith(normalise(spelling)))
    .sort((one, other) => other.spelling.length - one.spelling.length)[0];
  if (ending !== undefined)
    return { ...ending, prefix: text.trim().slice(0, text.trim().length - ending.spelling.length) };
  // InvalidAttributeSyntax-LdapErr: the number of the error follows the code.
  const dash = asked.indexOf('-');
  const before = dash > 0 ? findSpelling(asked.slice(0, dash), words) : undefined;
  return before === undefined ? undefined : { ...before, prefix: '' };
}

/** A shorter ending could be chance. */
const shortestEnding = 8;

function normalise(text: string): string {
  return text
    .replace(/<br\s*\/?>/gi, '')
    .replace(/^\s*microsoft entra id\s*(?=\w)/i, 'AzureActiveDirectory')
    .replace(/\s+/g, '')
    .toLowerCase();
}
