import type { Parameter, Site } from '../functions/declaration.js';
import type { Apply, RunArguments } from './apply.js';
import { bounded } from './limits.js';
import { isStop, type Run } from './outcome.js';

/**
 * Compiles a call of which only the first argument varies, as in most mappings: what is constant is not evaluated again.
 * @returns undefined for every other call
 */
export function applyToFirst(
  [first, ...others]: RunArguments,
  parameters: readonly Parameter[],
  apply: Apply,
  site: Site,
): Run | undefined {
  const constants = constantsOf(others);
  if (typeof first !== 'function' || constants === undefined) return undefined;
  if (constants.some((value, index) => value === null && parameters[index + 1]?.takesNull === false))
    return undefined;
  const stops = parameters[0]?.takesNull === false;
  const [second, third, fourth, fifth, sixth, seventh] = constants;
  switch (constants.length) {
    case 0:
      return (frame) => {
        const given = first(frame);
        if (isStop(given)) return given;
        return given === null && stops ? null : bounded(apply(given, site, frame.environment), site);
      };
    case 1:
      return (frame) => {
        const given = first(frame);
        if (isStop(given)) return given;
        return given === null && stops ? null : bounded(apply(given, second, site, frame.environment), site);
      };
    case 2:
      return (frame) => {
        const given = first(frame);
        if (isStop(given)) return given;
        if (given === null && stops) return null;
        return bounded(apply(given, second, third, site, frame.environment), site);
      };
    case 3:
      return (frame) => {
        const given = first(frame);
        if (isStop(given)) return given;
        if (given === null && stops) return null;
        return bounded(apply(given, second, third, fourth, site, frame.environment), site);
      };
    case 6:
      return (frame) => {
        const given = first(frame);
        if (isStop(given)) return given;
        if (given === null && stops) return null;
        return bounded(
          apply(given, second, third, fourth, fifth, sixth, seventh, site, frame.environment),
          site,
        );
      };
    default:
      return undefined;
  }
}

/** The values of arguments that are all constant and none of them a stop. */
function constantsOf(runs: RunArguments): readonly unknown[] | undefined {
  const values: unknown[] = [];
  for (const run of runs) {
    const constant = typeof run === 'function' ? run.constant : undefined;
    if (constant === undefined || isStop(constant.value)) return undefined;
    values.push(constant.value);
  }
  return values;
}
