import { findFunction } from '../functions/catalogue.js';
import type { FunctionDeclaration, Parameter } from '../functions/declaration.js';
import { placesOf } from '../evaluate/places.js';
import { problem, type Problem } from '../problem.js';
import type { Call, Node, Word } from '../syntax/tree.js';
import { checkArguments } from './arguments.js';
import { findCautions } from './cautions.js';
import { unknownFunction } from './names.js';
import { checkAttribute, checkTree, type Surroundings } from './surroundings.js';

/** What the check of a tree found. */
export interface Findings {
  readonly problems: readonly Problem[];
  /** attribute names, each once, in order of first mention */
  readonly attributes: readonly string[];
  /** function names as they are listed, each once, in order of first mention */
  readonly functions: readonly string[];
}

/** Checks everything about a parsed expression that needs no values ("Static errors", section 2). */
export function check(root: Node, surroundings: Surroundings = {}): Findings {
  const problems: Problem[] = [];
  const attributes = new Set<string>();
  const functions = new Set<string>();

  const visit = (node: Node, parameter: Parameter | undefined): void => {
    switch (node.kind) {
      case 'attribute':
        if (!attributes.has(node.name)) problems.push(...checkAttribute(node, surroundings.attributes));
        attributes.add(node.name);
        break;
      case 'word':
        problems.push(...checkWord(node, parameter));
        break;
      case 'comparison':
        if (parameter?.type !== 'condition')
          problems.push(problem('expression/comparison-place', node.span, {}));
        visit(node.left, undefined);
        visit(node.right, undefined);
        break;
      case 'call':
        visitCall(node);
        break;
      case 'text':
      case 'number':
        break;
    }
  };

  const visitCall = (call: Call): void => {
    const declaration = findFunction(call.name);
    if (declaration === undefined) {
      problems.push(unknownFunction(call));
      for (const place of call.places) if (place !== undefined) visit(place, anything);
      return;
    }
    functions.add(declaration.name);
    problems.push(...checkName(call, declaration), ...checkPlace(call, declaration, root));
    problems.push(...checkArguments(call, declaration), ...findCautions(call, declaration));
    const { parameters } = declaration;
    for (const [index, place] of placesOf(call, declaration).entries())
      if (place !== undefined) visit(place, parameters[index] ?? parameters.at(-1));
  };

  visit(root, undefined);
  problems.push(...checkTree(root, surroundings.exported));
  return { problems, attributes: [...attributes], functions: [...functions] };
}

/** Stands for the parameters of a function that is not known: one complaint about the call is enough. */
const anything: Parameter = {
  name: '',
  type: 'condition',
  presence: 'required',
  atLeast: 0,
  takesNull: true,
  words: [],
  convert: (given) => given,
};

const flowWords = ['IgnoreAttributeFlow', 'IgnoreObjectFlow'];

function checkWord({ name, span }: Word, parameter: Parameter | undefined): readonly Problem[] {
  if (parameter === anything) return [];
  if (parameter?.type === 'branch' && flowWords.includes(name)) return [];
  const words = parameter?.words ?? [];
  return words.includes(name) ? [] : [problem('expression/bare-word', span, { word: name, words })];
}

function checkName(call: Call, { name: listed }: FunctionDeclaration): readonly Problem[] {
  const { name, nameSpan } = call;
  return name === listed ? [] : [problem('expression/function-case', nameSpan, { name, listed })];
}

function checkPlace(call: Call, { body }: FunctionDeclaration, root: Node): readonly Problem[] {
  return body.kind === 'candidates' && call !== root
    ? [problem('expression/select-unique-place', call.nameSpan, {})]
    : [];
}
