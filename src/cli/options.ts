import { type Command, InvalidArgumentError, Option } from 'commander';

/** What commander gives for the options that every command which reads a configuration has. */
export interface ConfigOptions {
  readonly config?: string;
  readonly profile?: string;
}

export interface OutputOptions {
  readonly output: string;
  readonly details?: string | true;
  readonly color: boolean;
  readonly input: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly debug?: boolean;
}

/** The same word means the same thing in every command that has it, so each option is defined once, here. */
export function addConfigOptions(command: Command): Command {
  return command
    .optionsGroup('Source:')
    .addOption(
      new Option('-c, --config <file>', 'which configuration; else the nearest .provisionrc is found').env(
        'PROVISION_USER_CONFIG',
      ),
    )
    .addOption(new Option('--profile <name>', 'which of its profiles').env('PROVISION_USER_PROFILE'));
}

export function addOutputOptions(command: Command, formats: readonly string[]): Command {
  return command
    .optionsGroup('Output:')
    .addOption(
      new Option('-o, --output <format>', 'what the answer is written as').choices(formats).default('text'),
    )
    .option('--no-input', 'never ask; what would be asked is a failure')
    .option('--no-color', 'no colours; NO_COLOR does the same')
    .addOption(new Option('-q, --quiet', 'the verdict and errors only').conflicts(['verbose', 'debug']))
    .option('--verbose', 'also say on stderr where every setting came from')
    .option('--debug', 'like --verbose, with every request and the stack of a bug');
}

export function addDetailsOption(command: Command): Command {
  return command
    .optionsGroup('Output:')
    .option(
      '--details [which]',
      'failed (default), all, none, or of: import, scope, connection, match, action, dialects; discovery also asks the target what it declares',
    );
}

/** Collects an option that may be given several times. */
export const collect = (value: string, earlier: readonly string[] = []): string[] => [...earlier, value];

/** A whole number from 0 on. */
export function parseCount(value: string): number {
  if (/^\d{1,6}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('It takes a whole number from 0 on.');
}

/** Seconds above 0, fractions allowed. */
export function parseSeconds(value: string): number {
  const seconds = Number(value);
  if (value.trim() === '' || !Number.isFinite(seconds) || seconds <= 0 || seconds > 86_400) {
    throw new InvalidArgumentError('It takes a number of seconds above 0, up to 86400.');
  }
  return seconds;
}
