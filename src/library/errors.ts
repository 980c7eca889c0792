import { describe, type DescribedDiagnostic } from '../diagnostics/describe.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** Input that cannot be used at all: a configuration, a schema or a fixture. `diagnostics` say what, where, and what to do. */
export class UnusableInputError extends Error {
  readonly diagnostics: readonly DescribedDiagnostic[];

  /** @internal */
  constructor(diagnostics: readonly Diagnostic[]) {
    const described = diagnostics.map(describe);
    const first = described.find(({ severity }) => severity === 'error') ?? described[0];
    super(first?.message ?? 'unusable input');
    this.name = 'UnusableInputError';
    this.diagnostics = described;
  }
}
