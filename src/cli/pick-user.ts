import { stderr } from 'node:process';
import type { DirectoryUser, SourceDirectory, UserSelector } from '../source/source-directory.js';
import type { Terminal } from './terminal.js';

/** Lets a person at a terminal choose among several hits of a search; everywhere else the search stays as it is. */
export async function pickUser(
  selector: UserSelector,
  source: SourceDirectory,
  terminal: Terminal,
  options: { readonly input: boolean },
  signal: AbortSignal,
): Promise<UserSelector> {
  if (selector.by !== 'search' || !terminal.isInteractive || !options.input) return selector;
  const { users } = await source.find(selector, signal);
  if (users.length < 2) return selector;
  const { default: search } = await import('@inquirer/search');
  const choices = users.map((found) => ({ name: labelOf(found), value: found.user.id }));
  const narrow = (term: string | undefined): typeof choices =>
    choices.filter(({ name }) => name.toLowerCase().includes((term ?? '').toLowerCase()));
  try {
    // On stderr: stdout carries the answer of the command.
    const id = await search({ message: 'Which user?', source: narrow }, { output: stderr, signal });
    return typeof id === 'string' ? { by: 'id', value: id } : selector;
  } catch {
    return selector;
  }
}

/** Name and user principal name, controls taken out. */
function labelOf({ user }: DirectoryUser): string {
  const text = [user.displayName, user.userPrincipalName]
    .filter((part) => typeof part === 'string')
    .join('  ');
  return text.replace(/\p{C}/gu, '?');
}
