import { type Casing, casingOf, toLower, toUpper } from '../dotnet/casing.js';
import { capitalizeAfter, toTitleCase } from '../dotnet/title-case.js';
import { defineFunction } from './declaration.js';
import { optional, read, text } from './parameters.js';

const culture = optional(
  read<Casing>('culture', 'culture', (name, { parameter, constant, fail }) => {
    return casingOf(name) ?? fail('expression/culture', { parameter, constant, value: name });
  }),
);

const lower = defineFunction({
  name: 'ToLower',
  summary: 'Lower case, in the invariant culture or that of a name such as tr-TR.',
  parameters: [text('source'), culture],
  result: 'text',
  basis: 'documented',
  examples: [
    {
      expression: 'ToLower("SomeRandomUserName")',
      expected: 'somerandomusername',
      source: 'section 6, ToLower',
    },
    { expression: 'ToLower("ΟΔΟΣ")', expected: 'οδοσ', source: 'section 7.3: no final sigma' },
    { expression: 'ToLower("IRMAK", "tr-TR")', expected: 'ırmak', source: 'section 7.3: Turkish' },
  ],
  apply: (source, casing) => toLower(source, casing),
});

const upper = defineFunction({
  name: 'ToUpper',
  summary: 'Upper case, in the invariant culture or that of a name such as tr-TR.',
  parameters: [text('source'), culture],
  result: 'text',
  basis: 'documented',
  examples: [
    { expression: 'ToUpper("straße")', expected: 'STRAßE', source: 'section 7.3: one character for one' },
    { expression: 'ToUpper("i", "az")', expected: 'İ', source: 'section 7.3: Azeri' },
  ],
  apply: (source, casing) => toUpper(source, casing),
});

const pCase = defineFunction({
  name: 'PCase',
  summary: 'Lower case with a capital at the start of each word.',
  parameters: [text('source'), optional(text('wordSeparators'))],
  result: 'text',
  basis: 'documented',
  examples: [
    {
      expression: 'PCase("PABLO GONSALVES (SECOND)")',
      expected: 'Pablo Gonsalves (Second)',
      source: 'section 6, PCase',
    },
    {
      expression: 'PCase("PINTO-DE\'SILVA", " \'-")',
      expected: "Pinto-De'Silva",
      source: 'section 6, PCase',
    },
    { expression: 'PCase("3rd room2b")', expected: '3Rd Room2b', source: 'section 7.4' },
  ],
  apply: (source, separators) =>
    separators === undefined ? toTitleCase(source) : capitalizeAfter(source, separators),
});

/** Functions of letter case. */
export const casingFunctions = [lower, upper, pCase];
