import type { PathStep } from './document/index.js';

const secretPaths: ReadonlySet<string> = new Set([
  'source.clientSecret',
  'source.certificate',
  'source.token',
  'target.token',
  'target.auth.token',
  'target.auth.password',
  'target.auth.clientSecret',
]);

/** Whether a path of the configuration, or anything above it, holds a secret. A header may be one. */
export function isSecretPath(path: readonly PathStep[]): boolean {
  return path.some((_, index) => {
    const above = path.slice(0, index + 1);
    return secretPaths.has(above.join('.')) || isHeaderPath(above);
  });
}

function isHeaderPath(path: readonly PathStep[]): boolean {
  return path.length === 3 && path[0] === 'target' && path[1] === 'headers';
}
