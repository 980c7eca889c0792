import { casingFunctions } from './casing.js';
import { choiceFunctions } from './choice.js';
import { dateFormatFunctions } from './date-format.js';
import { dateFunctions } from './dates.js';
import type { FunctionDeclaration } from './declaration.js';
import { directoryFunctions } from './directory.js';
import { encodingFunctions } from './encoding.js';
import { flowFunctions } from './flow.js';
import { listFunctions } from './lists.js';
import { randomFunctions } from './random.js';
import { replaceFunctions } from './replace/index.js';
import { roleFunctions } from './roles.js';
import { testFunctions } from './tests.js';
import { textFunctions } from './text.js';
import { valueFunctions } from './values.js';
import { wordFunctions } from './words.js';

/** Functions that belong together, for whoever looks for one. */
export interface FunctionFamily {
  readonly title: string;
  readonly functions: readonly FunctionDeclaration[];
}

/** The families of the language, the most used first. Each function is in one of them. */
export const families: readonly FunctionFamily[] = [
  { title: 'Text', functions: [...textFunctions, ...wordFunctions, ...replaceFunctions] },
  { title: 'Letter case', functions: casingFunctions },
  { title: 'Choice', functions: choiceFunctions },
  { title: 'Tests and bits', functions: testFunctions },
  { title: 'Lists', functions: listFunctions },
  { title: 'Dates', functions: [...dateFunctions, ...dateFormatFunctions] },
  { title: 'Flow', functions: flowFunctions },
  { title: 'App roles', functions: roleFunctions },
  { title: 'Types', functions: valueFunctions },
  { title: 'Encodings', functions: encodingFunctions },
  { title: 'Directory', functions: directoryFunctions },
  { title: 'Chance', functions: randomFunctions },
];

/** Every function of the language, by name. */
export const functions: readonly FunctionDeclaration[] = families
  .flatMap((family) => family.functions)
  .sort((one, other) => (one.name < other.name ? -1 : 1));

const byName: ReadonlyMap<string, FunctionDeclaration> = new Map(
  functions.map((declaration) => [declaration.name.toLowerCase(), declaration]),
);

/** The function of a name, whatever its letter case; undefined where there is none. */
export function findFunction(name: string): FunctionDeclaration | undefined {
  return byName.get(name.toLowerCase());
}
