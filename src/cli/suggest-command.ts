import type { Command } from 'commander';
import { findNearest } from '../diagnostics/nearest.js';
import { UsageError } from './usage-error.js';

/** The error for a word that is no command, with the nearest one. */
export function suggestCommand(argv: readonly string[], program: Command): UsageError {
  const word =
    argv
      .slice(2)
      .find((argument, index, all) => !argument.startsWith('-') && !isValueOf(all[index - 1], program)) ?? '';
  const names = program.commands.map((command) => command.name());
  const nearest = findNearest(word, names);
  const hint =
    nearest !== undefined
      ? `Did you mean ${nearest}?`
      : `Commands: ${names.join(', ')}. A user is named with --upn, --id or --search.`;
  return new UsageError(`unknown command '${word}'`, hint);
}

function isValueOf(before: string | undefined, program: Command): boolean {
  return (
    before?.startsWith('-') === true &&
    program.options.some((option) => (option.short === before || option.long === before) && option.required)
  );
}
