import { type Format, loadRenderer } from '../../render/index.js';
import { readReport } from '../../report/read-report.js';
import type { ExitName } from '../exit-codes.js';
import { decideLook, parseDetails } from '../look.js';
import type { ShowOptions } from '../program.js';
import { readBytes } from '../read-bytes.js';
import { tellDiagnostics } from '../tell.js';
import type { CommandContext } from './run.js';

/** `provision-user show report.json`: any face of a saved run. Ends with 0 whatever the run came to. */
export async function showCommand(
  path: string,
  options: ShowOptions & { readonly details?: string | true },
  { terminal }: CommandContext,
): Promise<ExitName> {
  const details = options.quiet === true ? 'none' : parseDetails(options.details);
  const read = await readBytes(path, terminal.cwd, 'the report');
  const report = read.value === undefined ? read : readReport(read.value.bytes, read.value.file);
  if (report.value === undefined || 'bytes' in report.value) {
    await tellDiagnostics(report.diagnostics, terminal, options);
    return 'couldNotRun';
  }
  const render = await loadRenderer(options.output as Format);
  await terminal.print(render(report.value, await decideLook(terminal.stdout, options, details)));
  return 'fine';
}
