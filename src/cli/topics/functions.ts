import { type Example, type FunctionDeclaration, signatureOf } from '../../expression/index.js';
import { hang, wrap } from '../../render/text/wrap.js';

const width = 118;
type Parameter = FunctionDeclaration['parameters'][number];

/** `help <Function>`: everything that the declaration says, with its examples and what they must give. */
export function describeFunction(declaration: FunctionDeclaration): string {
  const { summary, parameters, result, nulls, basis, source, examples } = declaration;
  const longest = Math.max(0, ...parameters.map(({ name }) => name.length));
  const facts = [
    ...(parameters.length === 0 ? [] : ['Parameters:']),
    ...parameters.map((parameter) => `  ${parameter.name.padEnd(longest)}  ${describeParameter(parameter)}`),
    `Result:      ${result}`,
    `Null:        ${nulls}`,
    ...hang('Basis:       ', `${basis}: ${source}`, width),
  ];
  return `${[
    signatureOf(declaration),
    '',
    ...wrap(summary, width),
    '',
    ...facts,
    '',
    'Examples:',
    ...examples.flatMap(describeExample),
  ].join('\n')}\n`;
}

function describeParameter({ type, presence, atLeast, takesNull, words }: Parameter): string {
  return [
    type === 'branch' ? 'any value, evaluated only where it is taken' : type,
    ...(words.length === 0 ? [] : [`one of ${words.join(', ')}`]),
    presenceInWords(presence, atLeast),
    ...(takesNull ? ['may be null'] : []),
  ].join(', ');
}

function presenceInWords(presence: Parameter['presence'], atLeast: number): string {
  switch (presence) {
    case 'required':
      return 'required';
    case 'optional':
      return 'optional';
    case 'written':
      return 'required, but its place may be empty';
    case 'repeating':
      return `${String(Math.max(1, atLeast))} or more`;
  }
}

function describeExample({ expression, attributes = {}, now, expected }: Example): readonly string[] {
  const given = [
    ...Object.entries(attributes).map(([name, value]) => `[${name}] ${JSON.stringify(value)}`),
    ...(now === undefined ? [] : [`now ${now}`]),
  ];
  return [
    ...expression.split('\n').map((line) => `  ${line}`),
    ...(given.length === 0 ? [] : hang('    with  ', given.join(', '), width)),
    ...hang('    gives ', describeExpected(expected), width),
  ];
}

function describeExpected(expected: Example['expected']): string {
  if (expected === null || typeof expected === 'string') return JSON.stringify(expected);
  if ('error' in expected) return 'an error';
  return 'dropped' in expected ? 'dropped: nothing flows' : JSON.stringify(expected);
}
