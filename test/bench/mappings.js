// Five mappings of real schemas, each as an expression, as JavaScript that somebody wrote for it, and for JSONata.

/** @typedef {Record<string, unknown>} User */

/**
 * The JavaScript knows what the language knows: null and empty text, lists of one and of several values, booleans and
 * numbers as text, one to one casing, .NET's `.` and `$`. It throws where the language fails.
 */
export const mappings = [
  {
    name: 'formatted name',
    expression: 'Join(" ", [givenName], [surname])',
    byHand: (user) => joinValues(' ', user.givenName, user.surname),
    jsonata: '$join([givenName, surname][$ != "" and $ != null], " ")',
  },
  {
    name: 'active',
    expression: 'Switch([IsSoftDeleted], , "False", "True", "True", "False")',
    byHand(user) {
      const deleted = toText(user.IsSoftDeleted);
      return deleted === 'False' ? 'True' : deleted === 'True' ? 'False' : null;
    },
    jsonata: '($s := IsSoftDeleted; $s = false ? "True" : $s = true ? "False" : null)',
  },
  {
    name: 'mail address',
    expression:
      'ToLower(Join("@", NormalizeDiacritics(StripSpaces(Join(".", [givenName], [surname]))), "contoso.com"))',
    byHand(user) {
      const local = plainLetters(joinValues('.', user.givenName, user.surname).replaceAll(' ', ''));
      return lowerCase(local === '' ? 'contoso.com' : `${local}@contoso.com`);
    },
    jsonata:
      '($l := $plainLetters($replace($join([givenName, surname][$ != "" and $ != null], "."), " ", "")); $lowercase($join([$l, "contoso.com"][$ != ""], "@")))',
  },
  {
    name: 'parent of a distinguished name',
    expression: 'Replace([onPremisesDistinguishedName], , "^.*?,(?=(?:CN|OU|DC)=)", , "", , )',
    byHand(user) {
      const name = toText(user.onPremisesDistinguishedName);
      return name === null ? null : name.replace(/^[^\n]*?,(?=(?:CN|OU|DC)=)/, '');
    },
    jsonata:
      '($n := onPremisesDistinguishedName; $n ? $replace($n, /^[^\\n]*?,(?=(?:CN|OU|DC)=)/, "", 1) : null)',
  },
  {
    name: 'guest or member',
    expression: 'IIF(InStr([userPrincipalName], "@partners") > 0,"Guest","Member")',
    byHand(user) {
      const name = toText(user.userPrincipalName);
      return name !== null && name.indexOf('@partners') + 1 > 0 ? 'Guest' : 'Member';
    },
    jsonata: '$contains($string(userPrincipalName), "@partners") ? "Guest" : "Member"',
  },
];

/** The text of a value: null without one, and an error for a list of several. */
function toText(value) {
  switch (typeof value) {
    case 'string':
      return value;
    case 'boolean':
      return value ? 'True' : 'False';
    case 'number':
      return String(value);
    case 'undefined':
      return null;
    default:
      if (value === null || value.length === 0) return null;
      if (value.length > 1) throw new Error('several values');
      return toText(value[0]);
  }
}

/** Every value of every source with the separator between them; what is empty is left out. */
function joinValues(separator, ...sources) {
  let joined = '';
  let isFirst = true;
  for (const source of sources) {
    if (Array.isArray(source)) for (const value of source) add(toText(value));
    else add(toText(source));
  }
  return joined;

  function add(text) {
    if (text === null || text === '') return;
    joined = isFirst ? text : joined + separator + text;
    isFirst = false;
  }
}

const marked = {
  a: 'äàâãåáąăā',
  ae: 'æ',
  c: 'çčć',
  d: 'ď',
  e: 'ëèéêęěėē',
  g: 'ğ',
  i: 'ïîìíī',
  l: 'ľł',
  n: 'ñńň',
  o: 'öòőõôóō',
  oe: 'ø',
  r: 'ř',
  s: 'šśșş',
  ss: 'ß',
  t: 'ťț',
  u: 'üùûúůűū',
  y: 'ÿý',
  z: 'źžż',
};
const letters = new Map(
  Object.entries(marked).flatMap(([plain, those]) => [
    ...Array.from(those, (letter) => [letter, plain]),
    ...Array.from(those.replace('ß', ''), (letter) => [letter.toUpperCase(), plain.toUpperCase()]),
  ]),
);

/** Letters without diacritics in the place of those with them. */
export function plainLetters(text) {
  return text.replace(/[^\0-\x7f]\p{M}*/gu, (letter) => letters.get(letter.normalize('NFC')) ?? letter);
}

/** One character for one, as .NET has it. */
function lowerCase(text) {
  // Plain text, by far the most frequent, has no special cases.
  if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase();
  let lower = '';
  for (const character of text) {
    const mapped = character.toLowerCase();
    lower += character !== 'İ' && mapped.length === character.length ? mapped : character;
  }
  return lower;
}
