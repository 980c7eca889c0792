import { type Asked, createRandom, type Environment, watchEnvironment } from '../expression/index.js';
import type { RunRequest } from './run-request.js';

/** Clock and randomness of a run. */
export interface RunEnvironments {
  /** for the mapping of one target attribute: the same each time that it is asked */
  readonly of: (name: string) => Environment;
  /** what the expressions asked for until now: a report names only that */
  asked(): Asked;
}

/** Opens the environments that the expressions of a run get. */
export function openEnvironments({ now, seed }: Pick<RunRequest, 'now' | 'seed'>): RunEnvironments {
  const opened: { readonly asked: Asked }[] = [];
  return {
    of: (name) => {
      const environment = watchEnvironment({ now, random: createRandom(`${seed}/${name}`) });
      opened.push(environment);
      return environment;
    },
    asked: () => ({
      clock: opened.some(({ asked }) => asked.clock),
      chance: opened.some(({ asked }) => asked.chance),
    }),
  };
}
