import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { describe } from '../diagnostics/describe.js';
import { decideLook } from './look.js';
import type { OutputOptions } from './options.js';
import type { Terminal } from './terminal.js';

/** Shows diagnostics on stderr, in the same blocks as a report does. */
export async function tellDiagnostics(
  diagnostics: readonly Diagnostic[],
  terminal: Terminal,
  options: Pick<OutputOptions, 'color'>,
): Promise<void> {
  if (diagnostics.length === 0) return;
  const { renderDiagnostics } = await import('../render/text/diagnostics.js');
  terminal.note(
    renderDiagnostics(diagnostics.map(describe), await decideLook(terminal.stderr, options, 'failed')),
  );
}
