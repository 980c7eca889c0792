import type { Failed, Result, Run, Stop } from '../evaluate/outcome.js';
import type { Span } from '../expression.js';
import type { ExpressionCode, Problem, Telling } from '../problem.js';
import type { Node } from '../syntax/tree.js';
import type { Environment, Value } from '../value.js';

/** A value that is there. */
export type Present = Exclude<Value, null>;

/** The arguments of a code that a call cannot add by itself. */
export type CallTelling<C extends ExpressionCode> = Omit<Telling<C>, 'function'>;

/** Where a call stands: it knows the function and the place in the text, and makes failures of them. */
export interface Site {
  /** what {@link FunctionDeclaration.variant} says of this call */
  readonly variant: string | undefined;
  readonly fail: <C extends ExpressionCode>(code: C, args: CallTelling<C>) => Failed;
}

/** Where an argument stands. `constant`: it is written in the expression, so its faults are the configuration's. */
export interface ArgumentSite extends Site {
  readonly parameter: string;
  readonly constant: boolean;
}

/** `text` is plain text that the function gets as it is; every other type is converted. */
export type ParameterType =
  | 'text'
  | 'number'
  | 'list'
  | 'value'
  | 'branch'
  | 'condition'
  | 'date'
  | 'interval'
  | 'format'
  | 'styles'
  | 'culture'
  | 'word'
  | 'pattern';

/**
 * One parameter. `Given` is what the function gets for it: undefined when an optional one is not provided, null only
 * where `takesNull`, a list of values when it repeats.
 */
export interface Parameter<Given = unknown> {
  readonly name: string;
  readonly type: ParameterType;
  /** `written`: the place must be there, but may be empty, which means no value */
  readonly presence: 'required' | 'optional' | 'written' | 'repeating';
  /** how many values a repeating parameter needs */
  readonly atLeast: number;
  /** false: a null argument makes the result null */
  readonly takesNull: boolean;
  /** the bare words it takes; empty for every type but `word` */
  readonly words: readonly string[];
  /** turns a value into what the function takes */
  convert(value: Present, site: ArgumentSite): unknown;
  /** only carries the type */
  readonly given?: Given;
}

/** A parameter that takes one or more values. */
export interface RepeatingParameter<Each> extends Parameter<readonly Each[]> {
  readonly presence: 'repeating';
  /** only carries the type */
  readonly each?: Each;
}

export type GivenFor<Parameters extends readonly Parameter[]> = {
  -readonly [I in keyof Parameters]: Parameters[I] extends Parameter<infer Given> ? Given : never;
};

/**
 * Arguments that are evaluated only when the function asks for them; a repeating parameter has one run a value. Any of them
 * may be null.
 */
export type LazyFor<Parameters extends readonly Parameter[]> = {
  -readonly [I in keyof Parameters]: Parameters[I] extends RepeatingParameter<infer Each>
    ? readonly Run<Each | null | Stop>[]
    : Parameters[I] extends Parameter<infer Given>
      ? Run<Given | null | Stop>
      : never;
};

/** How sure the behaviour is: stated, shown, agreed on for this tool, or the best reading. */
type FunctionBasis = 'documented' | 'observed' | 'decided' | 'assumed';

export type ExpectedValue =
  string | readonly string[] | null | { readonly error: true } | { readonly dropped: true };

/** An example for the help that is also a test. `source` says where the expected value comes from. */
export interface Example {
  readonly expression: string;
  readonly attributes?: Readonly<Record<string, string | readonly string[] | null>>;
  /** ISO 8601 */
  readonly now?: string;
  readonly expected: ExpectedValue;
  readonly source: string;
}

/** A function of the expression language as its catalogue lists it. */
export interface FunctionDeclaration {
  readonly name: string;
  readonly summary: string;
  readonly parameters: readonly Parameter[];
  readonly result: 'text' | 'number' | 'boolean' | 'date' | 'list' | 'value';
  /** what null arguments do, in a few words */
  readonly nulls: string;
  readonly basis: FunctionBasis;
  /** the text that the behaviour is taken from */
  readonly source: string;
  readonly examples: readonly Example[];
  readonly body: Body;
  /** puts the places of a call in the order of the parameters, where people write them otherwise */
  arrange?(places: readonly (Node | undefined)[]): readonly (Node | undefined)[];
  /** what the number of arguments alone does not tell; `places` are arranged */
  check?(
    places: readonly (Node | undefined)[],
    call: { readonly span: Span; readonly written: number },
  ): readonly Problem[];
  /** which of several things the function does, where the filled places decide; asked once for each call */
  variant?(places: readonly (Node | undefined)[]): string | undefined;
}

type Body =
  | { readonly kind: 'eager'; readonly apply: (...given: never[]) => Result }
  | { readonly kind: 'lazy'; readonly prepare: (runs: never, site: Site) => Run }
  /** SelectUniqueValue: every argument is a candidate */
  | { readonly kind: 'candidates' };

type Listing<Parameters extends readonly Parameter[]> = Omit<
  FunctionDeclaration,
  'parameters' | 'body' | 'nulls' | 'source'
> & {
  readonly parameters: Parameters;
  readonly nulls?: string;
  readonly source?: string;
};

const reference = 'Reference for writing expressions for attribute mappings in Microsoft Entra ID';

/** Declares a function. Its arguments are evaluated, converted and checked for null before `apply` sees them. */
export function defineFunction<const Parameters extends readonly Parameter[]>(
  listing: Listing<Parameters> & {
    readonly apply: (...given: [...GivenFor<Parameters>, Site, Environment]) => Result;
  },
): FunctionDeclaration {
  const { apply, ...rest } = listing;
  return {
    nulls: 'null in, null out',
    source: reference,
    ...rest,
    body: { kind: 'eager', apply: apply as unknown as (...given: never[]) => Result },
  };
}

/** Declares a function that decides itself which of its arguments to evaluate: `prepare` makes the closure of a call. */
export function defineLazyFunction<const Parameters extends readonly Parameter[]>(
  listing: Listing<Parameters> & {
    readonly prepare: (runs: LazyFor<Parameters>, site: Site) => Run;
  },
): FunctionDeclaration {
  const { prepare, ...rest } = listing;
  return { nulls: 'null in, null out', source: reference, ...rest, body: { kind: 'lazy', prepare } };
}

/** The form of a call as the help and messages show it: `Left(string, numChars)`. */
export function signatureOf({ name, parameters }: FunctionDeclaration): string {
  const shown = { required: '', written: '', optional: '?', repeating: '...' };
  return `${name}(${parameters.map((parameter) => parameter.name + shown[parameter.presence]).join(', ')})`;
}
