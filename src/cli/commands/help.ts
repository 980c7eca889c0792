import type { Command } from 'commander';
import { findNearest } from '../../diagnostics/nearest.js';
import type { ExitName } from '../exit-codes.js';
import { topics } from '../topics/index.js';
import { topicNames } from '../topics/topic-names.js';
import { UsageError } from '../usage-error.js';
import type { CommandContext } from './run.js';

/** `provision-user help <topic>`: a topic, a command, a function of the expression language, or the overview. */
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
  else await terminal.print(await describeFunctionNamed(topic ?? '', program));
  return 'fine';
}

async function describeFunctionNamed(topic: string, program: Command): Promise<string> {
  const { findFunction, functions } = await import('../../expression/index.js');
  const declaration = findFunction(topic);
  if (declaration !== undefined) {
    const { describeFunction } = await import('../topics/functions.js');
    return describeFunction(declaration);
  }
  const known = [...topicNames, ...program.commands.map((candidate) => candidate.name())];
  const nearest = findNearest(topic, [...known, ...functions.map((candidate) => candidate.name)]);
  throw new UsageError(
    `there is no help on '${topic}'`,
    nearest === undefined
      ? `There is help on ${known.join(', ')}, and on every function: provision-user help expressions.`
      : `Did you mean ${nearest}?`,
  );
}
