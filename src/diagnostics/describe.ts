import { catalogue } from './catalogue.js';
import type { Basis, Blame, Diagnostic, DiagnosticCode, Location, Severity } from './diagnostic.js';
import type { Advice, Entry } from './entry.js';

/** A diagnostic in words, as it stands in a report. */
export interface DescribedDiagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
  readonly advice: readonly Advice[];
  readonly blame: Blame;
  readonly at: readonly Location[];
  /** words of the real service, so that a ticket can be searched by either */
  readonly service: readonly string[];
  readonly basis: Basis;
}

/** Puts a diagnostic into the words of the catalogue. */
export function describe(diagnostic: Diagnostic): DescribedDiagnostic {
  const { code, args, at } = diagnostic;
  // The pairing of code and arguments is what `diagnose` guarantees; an index by a union loses it.
  const entry = catalogue[code] as Entry<typeof args>;
  return {
    code,
    severity: diagnostic.severity ?? entry.severity,
    title: entry.title,
    message: entry.message(args),
    advice: entry.advice(args),
    blame: typeof entry.blame === 'function' ? entry.blame(args) : entry.blame,
    at,
    service: entry.service?.(args) ?? [],
    basis: entry.basis,
  };
}

/** The severity that holds for a diagnostic: its own, or else the catalogue's. */
export function severityOf(diagnostic: Diagnostic): Severity {
  return diagnostic.severity ?? catalogue[diagnostic.code].severity;
}
