import type { Parameter, Site } from '../functions/declaration.js';
import type { RunArgument } from './argument.js';
import { applyToFirst } from './apply-first.js';
import { bounded } from './limits.js';
import { type Frame, isStop, type Result, type Run } from './outcome.js';

/** A function as the calls apply it: converted arguments, then the site and the environment. */
export type Apply = (...given: unknown[]) => Result;

/** The arguments of a call; a repeating parameter has as many as there are values. */
export type RunArguments = readonly (RunArgument | readonly RunArgument[])[];

/**
 * Compiles the evaluation of all arguments and the application of the function. The usual forms of calls are spelled out:
 * an array for every call would cost half of the speed.
 */
export function applyTo(runs: RunArguments, parameters: readonly Parameter[], apply: Apply, site: Site): Run {
  const [first, second, third] = runs;
  const [stopsAt1 = false, stopsAt2 = false, stopsAt3 = false] = parameters.map(
    ({ takesNull }) => !takesNull,
  );
  const applyFirst = applyToFirst(runs, parameters, apply, site);
  if (applyFirst !== undefined) return applyFirst;
  if (runs.length > 3 || runs.some((run) => typeof run !== 'function'))
    return applyToMany(runs, parameters, apply, site);
  if (typeof first !== 'function') return ({ environment }) => apply(site, environment);

  if (typeof second !== 'function')
    return (frame) => {
      const a = first(frame);
      if (isStop(a)) return a;
      return a === null && stopsAt1 ? null : bounded(apply(a, site, frame.environment), site);
    };

  if (typeof third !== 'function')
    return (frame) => {
      const a = first(frame);
      if (isStop(a)) return a;
      const b = second(frame);
      if (isStop(b)) return b;
      if ((a === null && stopsAt1) || (b === null && stopsAt2)) return null;
      return bounded(apply(a, b, site, frame.environment), site);
    };

  return (frame) => {
    const a = first(frame);
    if (isStop(a)) return a;
    const b = second(frame);
    if (isStop(b)) return b;
    const c = third(frame);
    if (isStop(c)) return c;
    if ((a === null && stopsAt1) || (b === null && stopsAt2) || (c === null && stopsAt3)) return null;
    return bounded(apply(a, b, c, site, frame.environment), site);
  };
}

function applyToMany(runs: RunArguments, parameters: readonly Parameter[], apply: Apply, site: Site): Run {
  const count = runs.length;
  const stopsAt = parameters.map(({ takesNull }) => !takesNull);
  return (frame) => {
    const given = new Array<unknown>(count + 2);
    let nothing = false;
    for (let index = 0; index < count; index += 1) {
      const run = runs[index];
      const value = typeof run === 'function' ? run(frame) : evaluateEach(run ?? [], frame);
      if (isStop(value)) return value;
      if (value === null && stopsAt[index] === true) nothing = true;
      given[index] = value;
    }
    given[count] = site;
    given[count + 1] = frame.environment;
    return nothing ? null : bounded(apply(...given), site);
  };
}

/** The values of a repeating parameter, which always takes null; or the first stop among them. */
function evaluateEach(runs: readonly RunArgument[], frame: Frame): unknown {
  const values = new Array<unknown>(runs.length);
  for (let index = 0; index < runs.length; index += 1) {
    const value = runs[index]?.(frame);
    if (isStop(value)) return value;
    values[index] = value;
  }
  return values;
}
