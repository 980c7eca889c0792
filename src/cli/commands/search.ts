import type { Command } from 'commander';
import { diagnose } from '../../diagnostics/diagnostic.js';
import type { DirectoryUser, Found } from '../../source/source-directory.js';
import { composeSource } from '../compose.js';
import type { ExitName } from '../exit-codes.js';
import { loadCommandSettings } from '../load.js';
import type { SearchOptions } from '../program.js';
import { tellDiagnostics } from '../tell.js';
import { UsageError } from '../usage-error.js';
import type { CommandContext } from './run.js';

/** `provision-user search <text>`: who fits, as the portal finds them. Ends with 1 when nobody does. */
export async function searchCommand(
  text: string,
  options: SearchOptions,
  command: Command,
  { terminal, abort }: CommandContext,
): Promise<ExitName> {
  if (text.trim() === '') throw new UsageError('the search text is empty');
  const settings = await loadCommandSettings(options, command, {}, ['source'], terminal);
  const source = settings.value === undefined ? undefined : await composeSource(settings.value, terminal.cwd);
  await tellDiagnostics([...settings.diagnostics, ...(source?.diagnostics ?? [])], terminal, options);
  if (source?.value === undefined) return 'couldNotRun';
  const found = await source.value.find({ by: 'search', value: text }, abort.signal);
  await terminal.print(options.output === 'json' ? showJson(found) : showRows(found));
  if (found.users.length > 0) return 'fine';
  const args = { text, source: source.value.name, ...found.hidden };
  await tellDiagnostics([diagnose('source/none-found', args)], terminal, options);
  return 'failed';
}

function showJson({ users, hidden }: Found): string {
  const rows = users.map(({ user }) => ({
    id: textOf(user.id),
    userPrincipalName: textOf(user.userPrincipalName),
    displayName: textOf(user.displayName),
    mail: textOf(user.mail),
  }));
  return `${JSON.stringify({ users: rows, hidden }, null, 2)}\n`;
}

function showRows({ users, hidden }: Found): string {
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
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

const columnsOf = ({ user }: DirectoryUser): string[] =>
  ['userPrincipalName', 'displayName', 'id'].map((name) =>
    (textOf(user[name]) ?? '').replace(/\p{C}/gu, '?'),
  );

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
