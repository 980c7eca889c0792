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

/** Every function of the language, by name. */
export const functions: readonly FunctionDeclaration[] = [
  ...casingFunctions,
  ...choiceFunctions,
  ...dateFormatFunctions,
  ...dateFunctions,
  ...directoryFunctions,
  ...encodingFunctions,
  ...flowFunctions,
  ...listFunctions,
  ...randomFunctions,
  ...replaceFunctions,
  ...roleFunctions,
  ...testFunctions,
  ...textFunctions,
  ...valueFunctions,
  ...wordFunctions,
].sort((one, other) => (one.name < other.name ? -1 : 1));

const byName: ReadonlyMap<string, FunctionDeclaration> = new Map(
  functions.map((declaration) => [declaration.name.toLowerCase(), declaration]),
);

/** The function of a name, whatever its letter case; undefined where there is none. */
export function findFunction(name: string): FunctionDeclaration | undefined {
  return byName.get(name.toLowerCase());
}
