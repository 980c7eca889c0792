import type { FunctionDeclaration } from '../functions/declaration.js';
import type { Call, Node } from '../syntax/tree.js';

type Places = readonly (Node | undefined)[];

/**
 * The places of a call in the order of the parameters. An empty place after the last parameter is legal and says
 * nothing ("Empty arguments", section 2).
 */
export function placesOf(call: Call, declaration: FunctionDeclaration): Places {
  const { parameters } = declaration;
  const repeats = parameters.at(-1)?.presence === 'repeating';
  const surplus =
    !repeats && call.places.length === parameters.length + 1 && call.places.at(-1) === undefined;
  const places = surplus ? call.places.slice(0, -1) : call.places;
  return declaration.arrange?.(places) ?? places;
}
