import { type Command, Option } from 'commander';
import {
  addConfigOptions,
  addOutputOptions,
  collect,
  type ConfigOptions,
  type OutputOptions,
} from '../options.js';

/** What commander gives for `eval`. */
export interface EvalOptions extends ConfigOptions, OutputOptions {
  readonly mapping?: string;
  readonly cases?: string;
  readonly attributes?: string;
  readonly set?: readonly string[];
  readonly upn?: string;
  readonly id?: string;
  readonly now?: string;
  readonly seed?: string;
}

/** The options of `eval`. */
export function addEvalOptions(command: Command): Command {
  command
    .optionsGroup('What:')
    .option('--mapping <target attribute>', 'the mapping of this attribute in the configured schema')
    .addOption(
      new Option('--cases <file>', 'a table of cases, JSON; exit 1 when one fails').conflicts([
        'mapping',
        'attributes',
        'set',
        'upn',
        'id',
      ]),
    )
    .optionsGroup('Values:')
    .addOption(
      new Option(
        '--attributes <file>',
        'a user as JSON: by source name, or as Microsoft Graph gives it',
      ).conflicts(['upn', 'id']),
    )
    .option('--set <name=value>', 'one attribute, a list as JSON; wins over the others; repeatable', collect)
    .addOption(
      new Option('--upn <name>', 'the user of the configured source, by user principal name').conflicts([
        'id',
      ]),
    )
    .option('--id <id>', 'the same by object id');
  return addOutputOptions(addConfigOptions(command), ['text', 'json'])
    .optionsGroup('Run:')
    .option('--now <ISO time>', 'the present that the expression sees')
    .option('--seed <text>', 'the randomness that the expression sees');
}
