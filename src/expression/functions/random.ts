import { defineFunction } from './declaration.js';
import { number, optional, text } from './parameters.js';

/** At most so many characters (decided). */
const longest = 256n;

const digits = '0123456789';
const lower = 'abcdefghijklmnopqrstuvwxyz';
/** The specials of the Windows password policy ("Password must meet complexity requirements"). */
const specials = '~!@#$%^&*_-+=`|\\(){}[]:;"\'<>,.?/';

const guid = defineFunction({
  name: 'Guid',
  summary: 'A new random GUID.',
  parameters: [],
  result: 'text',
  nulls: 'no arguments',
  basis: 'documented',
  examples: [
    {
      expression: 'Replace(Guid(), , "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", , "ok", , )',
      expected: 'ok',
      source: 'section 6, Guid: lower case with hyphens',
    },
  ],
  apply: (_site, environment) => {
    const bytes = Buffer.from(Array.from({ length: 16 }, () => Math.floor(environment.random() * 256)));
    bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
    bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  },
});

const randomString = defineFunction({
  name: 'RandomString',
  summary: 'A random text with at least so many digits, special characters, capitals and small letters.',
  parameters: [
    number('length'),
    number('minimumNumbers'),
    number('minimumSpecialCharacters'),
    number('minimumCapital'),
    number('minimumLowerCase'),
    optional(text('charactersToAvoid')),
  ],
  result: 'text',
  basis: 'documented',
  examples: [
    {
      expression: String.raw`Replace(RandomString(6,3,0,0,3), , "^(?=(?:\\D*\\d){3}\\D*$)[0-9a-z]{6}$", , "ok", , )`,
      expected: 'ok',
      source: 'section 6, RandomString',
    },
    {
      expression: 'RandomString(3,2,0,0,2)',
      expected: { error: true },
      source: 'section 6, RandomString: minima',
    },
    {
      expression: 'RandomString(257,0,0,0,0)',
      expected: { error: true },
      source: 'section 6, RandomString: length',
    },
  ],
  apply: (length, numbers, special, capital, small, avoid = '', site, environment) => {
    const random = (): number => environment.random();
    const minima = [numbers, special, capital, small];
    const least = minima.reduce((sum, each) => sum + each, 0n);
    if (length < 0n || length > longest || minima.some((each) => each < 0n) || least > length)
      return site.fail('expression/random-length', { length: String(length), minima: minima.join(', ') });

    const allowed = [digits, specials, lower.toUpperCase(), lower].map((all) => without(all, avoid));
    const wanted = allowed.filter((_, index) => minima[index] !== 0n);
    // Not documented: the rest is of the classes that are asked for, or of letters and digits.
    const rest = (wanted.length > 0 ? wanted : without(allowed.join(''), specials).split('')).join('');
    if (wanted.includes('') || (least < length && rest === ''))
      return site.fail('expression/random-characters', {});

    const characters = allowed.flatMap((all, index) => pick(all, Number(minima[index]), random));
    return shuffle([...characters, ...pick(rest, Number(length - least), random)], random).join('');
  },
});

type Random = () => number;

const without = (all: string, avoided: string): string =>
  Array.from(all)
    .filter((character) => !avoided.includes(character))
    .join('');

const pick = (all: string, count: number, random: Random): readonly string[] =>
  Array.from({ length: count }, () => all.charAt(Math.floor(random() * all.length)));

function shuffle(characters: readonly string[], random: Random): readonly string[] {
  const shuffled = [...characters];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [shuffled[last], shuffled[other]] = [shuffled[other] ?? '', shuffled[last] ?? ''];
  }
  return shuffled;
}

/** Functions whose value is new every time. */
export const randomFunctions = [guid, randomString];
