import type { DiagnosticArgs } from './catalogue.js';

/** How bad it is: an error fails a step or the run, a warning needs somebody's attention, an info only explains. */
export type Severity = 'error' | 'warning' | 'info';

/** Who can act on it. */
export type Blame = 'configuration' | 'source' | 'target' | 'network' | 'tool';

/** How sure we are that the real service behaves so. */
export type Basis = 'documented' | 'observed' | 'assumed';

/** A place in a document of the user's. `pointer` is a JSON pointer (RFC 6901), `line` and `column` count from 1. */
export interface Location {
  readonly file?: string;
  readonly pointer?: string;
  readonly line?: number;
  readonly column?: number;
}

export type DiagnosticCode = keyof DiagnosticArgs;

/** One thing worth saying: a code with typed arguments. Its prose stands in the catalogue alone. */
export type Diagnostic = {
  [C in DiagnosticCode]: {
    readonly code: C;
    readonly args: DiagnosticArgs[C];
    readonly severity?: Severity;
    readonly at: readonly Location[];
  };
}[DiagnosticCode];

/**
 * Makes a diagnostic.
 * @param code a code of the catalogue
 * @param args the arguments that its prose needs
 * @param at the places concerned, the most telling first
 * @param severity only where it differs from the catalogue's
 */
export function diagnose<C extends DiagnosticCode>(
  code: C,
  args: DiagnosticArgs[C],
  at: readonly Location[] = [],
  severity?: Severity,
): Diagnostic {
  return { code, args, at, ...(severity === undefined ? {} : { severity }) } as Diagnostic;
}

/** What a reader or compiler gives: a value where one could be made, and everything noticed on the way. */
export interface Checked<T> {
  /** undefined when the trouble in `diagnostics` leaves nothing to work with */
  readonly value: T | undefined;
  readonly diagnostics: readonly Diagnostic[];
}
