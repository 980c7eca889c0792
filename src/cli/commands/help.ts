import type { Command } from 'commander';
import type { ExitName } from '../exit-codes.js';
import { topics } from '../topics/index.js';
import { topicNames } from '../topics/topic-names.js';
import { UsageError } from '../usage-error.js';
import type { CommandContext } from './run.js';

/** `provision-user help <topic>`: a topic, a command, or the overview. */
export async function helpCommand(
  topic: string | undefined,
  program: Command,
  { terminal }: CommandContext,
): Promise<ExitName> {
  const name = topicNames.find((candidate) => candidate === topic);
  const command =
    topic === undefined ? program : program.commands.find((candidate) => candidate.name() === topic);
  if (name !== undefined) await terminal.print(topics[name]());
  else if (command !== undefined) command.outputHelp();
  else {
    const known = [...topicNames, ...program.commands.map((candidate) => candidate.name())];
    throw new UsageError(`there is no help on '${topic ?? ''}'`, `There is help on ${known.join(', ')}.`);
  }
  return 'fine';
}
