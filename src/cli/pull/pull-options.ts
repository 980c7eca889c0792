import { type Command, InvalidArgumentError } from 'commander';
import { addFilesOptions } from '../init/init-options.js';
import {
  addConfigOptions,
  addOutputOptions,
  collect,
  type ConfigOptions,
  type OutputOptions,
  parseSeconds,
} from '../options.js';
import { UsageError } from '../usage-error.js';

export interface PullOptions extends ConfigOptions, OutputOptions {
  readonly upn?: readonly string[];
  readonly group?: readonly string[];
  readonly all?: boolean;
  readonly max?: number;
  readonly mask?: boolean;
  readonly seed?: string;
  readonly out: string;
  readonly force?: boolean;
  readonly timeout?: number;
}

/** Options of `pull`. */
export function addPullOptions(command: Command): Command {
  command
    .optionsGroup('Users:')
    .option('--upn <name>', 'by user principal name; repeatable', collect)
    .option('--group <name or id>', 'the direct members of a group; repeatable', collect)
    .option('--all', 'everybody: who is assigned, or with scope: all every user')
    .option('--max <number>', 'of members and of everybody so many at most', parseCount);
  addConfigOptions(command);
  addFilesOptions(command)
    .optionsGroup('Mask:')
    .option('--mask', 'replace personal values by pseudonyms that decide the same')
    .option('--seed <text>', 'the same pseudonyms every time; who knows it can guess names');
  addOutputOptions(command, ['text', 'json']);
  return command
    .optionsGroup('Run:')
    .option('--timeout <seconds>', 'for the whole pull (default: no limit)', parseSeconds);
}

/** Refuses, before anything is asked, what no pull can be made of. */
export function checkPullOptions({ upn = [], group = [], all, max, mask, seed }: PullOptions): void {
  if (upn.length === 0 && group.length === 0 && all !== true)
    throw new UsageError('no user is named', 'Name users with --upn, --group, or --all --max <number>.');
  if (all === true && max === undefined)
    throw new UsageError('--all needs --max', 'Say how many users at most, for example --all --max 1000.');
  if (max !== undefined && all !== true && group.length === 0)
    throw new UsageError('--max is about --group and --all', 'Leave it out: every --upn is taken.');
  if (seed !== undefined && mask !== true)
    throw new UsageError('--seed is about --mask', 'Leave it out, or add --mask.');
  const empty = [...upn, ...group].some((name) => name.trim() === '');
  if (empty)
    throw new UsageError('a name is empty', 'An environment variable without a value is the usual reason.');
}

function parseCount(value: string): number {
  const count = Number(value);
  if (!/^\d+$/.test(value) || count < 1) throw new InvalidArgumentError('It takes a whole number from 1.');
  return count;
}
