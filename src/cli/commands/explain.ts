import { diagnose } from '../../diagnostics/diagnostic.js';
import {
  type CodeExplanation,
  explainRecord,
  explainWord,
  type RecordExplanation,
  type WordExplanation,
  writeCodePage,
  writeWordPage,
} from '../../explain/index.js';
import { readLog } from '../../provisioning-log/index.js';
import { readJsonFile } from '../eval/read-json-file.js';
import type { ExitName } from '../exit-codes.js';
import { decideLook } from '../look.js';
import type { ExplainOptions } from '../program.js';
import { tellDiagnostics } from '../tell.js';
import { UsageError } from '../usage-error.js';
import type { CommandContext } from './run.js';

/** Its first number changes when an older reader would misread the document. */
const format = { name: 'provision-user/explanation', version: '1.0' } as const;

/** `provision-user explain`: a code of ours, a word of the service, or a record of it; offline. Ends with 2 on what is not known. */
export async function explainCommand(
  what: string,
  options: ExplainOptions,
  context: CommandContext,
): Promise<ExitName> {
  if (what.trim() === '') throw new UsageError('there is nothing to explain');
  if (isFileName(what)) return explainFile(what, options, context);
  const explained = explainWord(what);
  if (explained.kind === 'unknown') {
    throw new UsageError(
      `'${explained.asked}' is neither a diagnostic code nor a known word of the service`,
      explained.nearest === null
        ? 'Codes look like scope/out-of-scope; the index is docs/diagnostics/README.md. A log is named as a .json file.'
        : `Did you mean ${explained.nearest}?`,
    );
  }
  return print(explained, options, context);
}

/** A word never looks like this. */
const isFileName = (what: string): boolean => what === '-' || /\.json$/i.test(what.trim());

async function explainFile(
  path: string,
  options: ExplainOptions,
  context: CommandContext,
): Promise<ExitName> {
  const { terminal } = context;
  const read = await readJsonFile(path, terminal.cwd, 'the provisioning log');
  if (read.value === undefined) {
    await tellDiagnostics(read.diagnostics, terminal, options);
    return 'couldNotRun';
  }
  const records = readLog(read.value.value);
  if (records === undefined) {
    const file = path === '-' ? 'standard input' : path;
    await tellDiagnostics(
      [diagnose('document/not-a-log', { file }, [read.value.locate('')])],
      terminal,
      options,
    );
    return 'couldNotRun';
  }
  return print({ kind: 'log', records: records.map(explainRecord) }, options, context);
}

type Explanation =
  | CodeExplanation
  | WordExplanation
  | { readonly kind: 'log'; readonly records: readonly RecordExplanation[] };

async function print(
  explained: Explanation,
  options: ExplainOptions,
  { terminal }: CommandContext,
): Promise<ExitName> {
  if (options.output === 'json') {
    await terminal.print(`${JSON.stringify({ format, ...explained }, null, 2)}\n`);
    return 'fine';
  }
  const look = await decideLook(terminal.stdout, options, 'all');
  if (explained.kind === 'log') {
    const { renderRecords } = await import('../../render/explain/records.js');
    await terminal.print(renderRecords(explained.records, look));
  } else {
    const { renderPage } = await import('../../render/explain/page.js');
    const page = explained.kind === 'code' ? writeCodePage(explained) : writeWordPage(explained);
    await terminal.print(renderPage(page, look));
  }
  return 'fine';
}
