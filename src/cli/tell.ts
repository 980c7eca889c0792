import type { Wait } from '../http/index.js';
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

/** A wait is silence that a person would take for a fault. */
export function tellWait(terminal: Terminal, options: Pick<OutputOptions, 'quiet'>): (wait: Wait) => void {
  return ({ url, seconds, status }) => {
    if (options.quiet === true) return;
    terminal.note(`waiting ${String(seconds)} s: ${new URL(url).host} answered ${String(status)}\n`);
  };
}
