import { stderr } from 'node:process';
import type { Application } from '../source/graph/index.js';
import type { Terminal } from './terminal.js';

/** Lets a person at a terminal choose among several applications of one name: the object id; undefined everywhere else. */
export async function pickApplication(
  candidates: readonly Application[],
  terminal: Terminal,
  options: { readonly input: boolean },
  signal: AbortSignal,
): Promise<string | undefined> {
  if (!terminal.isInteractive || !options.input) return undefined;
  const { default: search } = await import('@inquirer/search');
  const choices = candidates.map(({ id, appId, displayName }) => ({
    name: `${displayName}  appId ${appId}  id ${id}`.replace(/\p{C}/gu, '?'),
    value: id,
  }));
  const narrow = (term: string | undefined): typeof choices =>
    choices.filter(({ name }) => name.toLowerCase().includes((term ?? '').toLowerCase()));
  try {
    // On stderr: stdout carries the answer of the command.
    return await search({ message: 'Which application?', source: narrow }, { output: stderr, signal });
  } catch {
    return undefined;
  }
}
