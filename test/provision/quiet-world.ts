import type { RunWorld } from '../../src/provision/index.js';

/** A world that consents and says nothing. */
export const quietWorld: RunWorld = {
  clock: () => 0,
  newGuid: () => '00000000-0000-4000-8000-00000000beef',
  askConsent: () => Promise.resolve('given'),
  beforeWrite: () => undefined,
  onProgress: () => undefined,
  onCrash: () => undefined,
};
