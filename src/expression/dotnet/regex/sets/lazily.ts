/**
 * A value that is made when it is first asked for, and kept: the big sets take longer to make than a run that uses no
 * regular expression may cost.
 */
export function lazily<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
