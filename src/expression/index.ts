/** The room of mapping expressions: text in, closures out. It knows no clock, no randomness and does no I/O. */
export { compile } from './compile.js';
export { toText, toValue } from './conversion.js';
export { toLowerInvariant } from './dotnet/casing.js';
export { type CompiledRegex, compileRegex, type DotNetRegex, type RegexMatch } from './dotnet/regex/index.js';
export type { Dropped, Evaluated, Expression, Span, Trace } from './expression.js';
export { families, findFunction, type FunctionFamily, functions } from './functions/catalogue.js';
export {
  type Example,
  type ExpectedValue,
  type FunctionDeclaration,
  signatureOf,
} from './functions/declaration.js';
export { createRandom } from './random.js';
export { type Attributes, DROPPED, type Environment, type GivenAttributes, type Value } from './value.js';
export { type Asked, watchEnvironment } from './watch-environment.js';
