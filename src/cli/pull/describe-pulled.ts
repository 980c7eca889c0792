import { join } from 'node:path';
import type { PulledDirectory } from '../../source/graph/pull/index.js';
import { configurationName, type OutputFolder } from '../init/output-files.js';
import { quoteArgument } from '../init/quote-argument.js';
import { shortenPath } from '../world.js';
import type { PulledConfiguration } from './plan-pulled.js';

/** What a pull came to. */
export interface PulledAnswer {
  readonly application: string;
  readonly users: number;
  readonly deletedUsers: number;
  readonly groups: number;
  readonly files: readonly string[];
  /** who is who, of those who were named, with --mask alone */
  readonly masked?: readonly { readonly userPrincipalName: string; readonly pseudonym: string }[];
  /** of the environment, which have to be set before the next command */
  readonly variables: readonly string[];
  readonly next: string;
}

interface PulledFacts {
  readonly directory: PulledDirectory;
  readonly files: readonly string[];
  readonly upns: readonly string[];
  readonly nameOf: ((userPrincipalName: string) => string) | undefined;
  readonly configuration: PulledConfiguration;
  readonly folder: OutputFolder;
}

export function describePulled(facts: PulledFacts): PulledAnswer {
  const { directory, files, upns, nameOf, configuration } = facts;
  const { users, deletedUsers, groups, servicePrincipal } = directory;
  const named = upns.map((userPrincipalName) => ({
    userPrincipalName,
    pseudonym: nameOf?.(userPrincipalName) ?? '',
  }));
  const first = upns[0] ?? textOf([...users, ...deletedUsers][0]?.userPrincipalName);
  return {
    application: textOf(servicePrincipal.displayName),
    users: users.length,
    deletedUsers: deletedUsers.length,
    groups: groups.length,
    files,
    ...(nameOf === undefined ? {} : { masked: named }),
    variables: configuration.variables,
    next: nextCommand(nameOf?.(first) ?? first, facts),
  };
}

/** The answer for people. */
export function showPulled(answer: PulledAnswer): string {
  const { application, users, deletedUsers, groups, files, masked = [], variables, next } = answer;
  const counts = [count(users, 'user'), ...(deletedUsers > 0 ? [count(deletedUsers, 'deleted user')] : [])];
  return [
    `pulled ${[...counts, count(groups, 'group')].join(', ')} of ${application.replace(/\p{C}/gu, '?')}`,
    `wrote ${files.join(', ')}`,
    ...masked.map(({ userPrincipalName, pseudonym }) => `${userPrincipalName} is ${pseudonym}`),
    ...(variables.length === 0 ? [] : [`set ${variables.join(' and ')} in the environment`]),
    `next: ${next}`,
    '',
  ].join('\n');
}

function nextCommand(user: string, { configuration, folder }: PulledFacts): string {
  const file = quoteArgument(shortenPath(join(folder.path, configurationName), folder.cwd));
  const config = configuration.needsNaming ? ` --config ${file}` : '';
  if (user === '') return `provision-user${config} --help`;
  return `provision-user${config} --upn ${quoteArgument(user)} ${configuration.hasTarget ? '--dry-run' : '--until scope'}`;
}

const count = (number: number, noun: string): string => `${String(number)} ${noun}${number === 1 ? '' : 's'}`;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
