import { type FunctionDeclaration, type Parameter, signatureOf } from '../functions/declaration.js';
import { placesOf } from '../evaluate/places.js';
import { problem, type Problem } from '../problem.js';
import type { Call, Node } from '../syntax/tree.js';

type Places = readonly (Node | undefined)[];

/** Whether the places of a call fit the parameters, and what the function itself asks of them. */
export function checkArguments(call: Call, declaration: FunctionDeclaration): readonly Problem[] {
  const places = placesOf(call, declaration);
  const count = checkCount(call, places, declaration);
  return count.length > 0
    ? count
    : (declaration.check?.(places, { span: call.span, written: call.places.length }) ?? []);
}

function checkCount(call: Call, places: Places, declaration: FunctionDeclaration): readonly Problem[] {
  const { name, parameters } = declaration;
  const signature = signatureOf(declaration);
  const repeats = parameters.at(-1)?.presence === 'repeating';
  if (!repeats && places.length > parameters.length) {
    const args = { function: name, most: parameters.length, given: places.length, signature };
    return [problem('expression/too-many-arguments', call.span, args)];
  }
  const missing = parameters.find((parameter, index) => isMissing(parameter, places, index));
  return missing === undefined
    ? []
    : [
        problem('expression/missing-argument', call.span, {
          function: name,
          parameter: missing.name,
          atLeast: Math.max(1, missing.atLeast),
          signature,
        }),
      ];
}

function isMissing({ presence, atLeast }: Parameter, places: Places, index: number): boolean {
  switch (presence) {
    case 'required':
      return places[index] === undefined;
    case 'written':
      return index >= places.length;
    case 'optional':
      return false;
    case 'repeating':
      return places.slice(index).filter((place) => place !== undefined).length < atLeast;
  }
}
