import type { CallTelling, FunctionDeclaration, Parameter, Site } from '../functions/declaration.js';
import { type ExpressionCode, problem, type Telling } from '../problem.js';
import type { Call, Node } from '../syntax/tree.js';
import { type Apply, applyTo } from './apply.js';
import { type Build, buildArgument, type RunArgument } from './argument.js';
import { Failed, type Run } from './outcome.js';
import { placesOf } from './places.js';
import type { Script } from './script.js';

/** Compiles a call: its arguments are evaluated in order, converted, and handed to the function. */
export function buildCall(call: Call, declaration: FunctionDeclaration, script: Script, build: Build): Run {
  const { parameters, body } = declaration;
  const places = placesOf(call, declaration);
  const site = createSite(call, declaration, declaration.variant?.(places), script);
  const argument = (node: Node | undefined, parameter: Parameter): RunArgument =>
    buildArgument(node, parameter, site, script, build);
  const runs = parameters.map((parameter, index) =>
    parameter.presence === 'repeating'
      ? places.slice(index).flatMap((node) => (node === undefined ? [] : [argument(node, parameter)]))
      : argument(places[index], parameter),
  );

  switch (body.kind) {
    case 'lazy':
      return (body.prepare as (runs: unknown, site: Site) => Run)(runs, site);
    case 'candidates':
      throw new TypeError(`${declaration.name} is compiled from its rules, at the root only`);
    case 'eager':
      return applyTo(runs, parameters, body.apply as Apply, site);
  }
}

function createSite(
  call: Call,
  { name }: FunctionDeclaration,
  variant: string | undefined,
  script: Script,
): Site {
  const { span } = call;
  const isRedacted = script.redacted.has(call);
  const hide = (args: object): object => ('value' in args ? { ...args, value: '[Redact]' } : args);
  return {
    variant,
    fail<C extends ExpressionCode>(code: C, args: CallTelling<C>): Failed {
      const shown = isRedacted ? hide(args) : args;
      return new Failed(
        script.diagnostic(problem(code, span, { ...shown, function: name } as unknown as Telling<C>)),
      );
    },
  };
}
