import type { Command } from 'commander';
import { diagnose } from '../../diagnostics/diagnostic.js';
import type { DirectoryUser, Found, SourceDirectory } from '../../source/source-directory.js';
import { composeSource } from '../compose-source.js';
import type { ExitName } from '../exit-codes.js';
import { judgeRefusal } from '../judge-refusal.js';
import { loadCommandSettings } from '../load.js';
import type { SearchOptions } from '../program.js';
import { openSurroundings } from '../surroundings.js';
import { tellDiagnostics } from '../tell.js';
import { startTimer } from '../time-limit.js';
import { UsageError } from '../usage-error.js';
import type { CommandContext } from './run.js';

/** `provision-user search <text>`: who fits, as the portal finds them. Ends with 1 when nobody does. */
export async function searchCommand(
  text: string,
  options: SearchOptions,
  command: Command,
  context: CommandContext,
): Promise<ExitName> {
  const { terminal, abort } = context;
  if (text.trim() === '') throw new UsageError('the search text is empty');
  const settings = await loadCommandSettings(options, command, {}, ['source'], terminal);
  const opened = settings.value && (await composeSource(settings.value, openSurroundings(context, options)));
  const noticed = [...settings.diagnostics, ...(opened?.diagnostics ?? [])];
  await tellDiagnostics(noticed, terminal, options);
  if (settings.value === undefined || opened?.value === undefined) return judgeRefusal(noticed, abort.signal);
  const { source, close } = opened.value;
  const stopTimer = startTimer(settings.value.timeout, abort);
  try {
    return await searchIn(source, text, options, context);
  } finally {
    stopTimer();
    await close();
  }
}

async function searchIn(
  source: SourceDirectory,
  text: string,
  options: SearchOptions,
  { terminal, abort }: CommandContext,
): Promise<ExitName> {
  const found = await source.find({ by: 'search', value: text }, abort.signal);
  if (options.debug === true)
    terminal.note(found.exchanges.map((exchange) => `${JSON.stringify(exchange)}\n`).join(''));
  if (found.diagnostics.length > 0) {
    await tellDiagnostics(found.diagnostics, terminal, options);
    return judgeRefusal(found.diagnostics, abort.signal);
  }
  await terminal.print(options.output === 'json' ? showJson(found) : showRows(found));
  if (found.users.length > 0) return 'fine';
  const args = { text, source: source.name, ...found.hidden };
  await tellDiagnostics([diagnose('source/none-found', args)], terminal, options);
  return 'failed';
}

function showJson({ users, hidden, isPartial }: Found): string {
  const rows = users.map(({ user }) => ({
    id: textOf(user.id),
    userPrincipalName: textOf(user.userPrincipalName),
    displayName: textOf(user.displayName),
    mail: textOf(user.mail),
  }));
  return `${JSON.stringify({ users: rows, hidden, ...(isPartial === true ? { isPartial } : {}) }, null, 2)}\n`;
}

function showRows({ users, hidden, isPartial }: Found): string {
  const rows = users.map(columnsOf);
  const widths = [0, 1].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const left = [
    ...(hidden.disabled > 0 ? [`${String(hidden.disabled)} disabled`] : []),
    ...(hidden.deleted > 0 ? [`${String(hidden.deleted)} deleted`] : []),
  ];
  if (left.length > 0 && users.length > 0) lines.push(`(${left.join(' and ')} left out)`);
  if (isPartial === true) lines.push('(more fit: write more of the name)');
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

const columnsOf = ({ user }: DirectoryUser): string[] =>
  ['userPrincipalName', 'displayName', 'id'].map((name) =>
    (textOf(user[name]) ?? '').replace(/\p{C}/gu, '?'),
  );

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
