import { hrtime, pid } from 'node:process';
import { createRandom } from '../expression/index.js';

/** Another one for every run. Nothing secret hangs on it, so it need not be unguessable. */
export const freshSeed = (): string =>
  `${Date.now().toString(36)}-${pid.toString(36)}-${hrtime.bigint().toString(36)}`;

/** GUIDs that a seed repeats. */
export function guidsFrom(seed: string, purpose: string): () => string {
  const random = createRandom(`${seed}/${purpose}`);
  const digit = (): string => Math.floor(random() * 16).toString(16);
  return () => 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, digit);
}
