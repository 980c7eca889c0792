import type { Environment } from './value.js';

/** What evaluations asked of the world. */
export interface Asked {
  readonly clock: boolean;
  readonly chance: boolean;
}

/** An environment that remembers whether it was asked. */
export interface WatchedEnvironment extends Environment {
  readonly asked: Asked;
}

/** The same world, which tells afterwards what of it the evaluations asked for: `asked` grows with each of them. */
export function watchEnvironment(given: Environment): WatchedEnvironment {
  let clock = false;
  let chance = false;
  return {
    get now() {
      clock = true;
      return given.now;
    },
    random() {
      chance = true;
      return given.random();
    },
    get asked() {
      return { clock, chance };
    },
  };
}
