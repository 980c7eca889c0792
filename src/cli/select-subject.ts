import type { GroupRequest, Until } from '../provision/index.js';
import type { UserSelector } from '../source/source-directory.js';
import type { RunOptions } from './program.js';
import { UsageError } from './usage-error.js';

/** Whom a run is about, as the command line names it: a user, a group, or nobody for a connection test. */
export interface Subject {
  readonly user: UserSelector | undefined;
  readonly group: Pick<GroupRequest, 'selector' | 'maxRemovals'> | undefined;
}

type Naming = Pick<RunOptions, 'upn' | 'id' | 'search' | 'group' | 'member' | 'maxRemovals' | 'as'>;

/** "On-demand provisioning in Microsoft Entra ID": one group with up to five members a request. */
const mostMembersOnDemand = 5;
const defaultMaxRemovals = 5;

/** The connection can be tested without anybody; everything else is about one user or one group. */
export function selectSubject(options: Naming, until: Until): Subject {
  const { upn, id, search, group } = options;
  if (group !== undefined) return { user: undefined, group: selectGroup(filled('--group', group), options) };
  const stray = options.member !== undefined ? '--member' : '--max-removals';
  if (options.member !== undefined || options.maxRemovals !== undefined)
    throw new UsageError(`${stray} is without --group`, 'Name the group with --group <name or id>.');
  if (upn !== undefined) return aboutUser({ by: 'upn', value: filled('--upn', upn) });
  if (id !== undefined) return aboutUser({ by: 'id', value: filled('--id', id) });
  if (search !== undefined) return aboutUser({ by: 'search', value: filled('--search', search) });
  if (until === 'connection') return { user: undefined, group: undefined };
  throw new UsageError(
    'no user is named',
    'Name one with --upn, --id or --search, or a group with --group; see provision-user --help.',
  );
}

const aboutUser = (user: UserSelector): Subject => ({ user, group: undefined });

function selectGroup(nameOrId: string, { member = [], maxRemovals, as }: Naming): Subject['group'] {
  if (as !== 'cycle' && member.length > mostMembersOnDemand) {
    throw new UsageError(
      `--member is given ${String(member.length)} times`,
      'On demand takes one group and up to five members, as the service does. Run several times, or with --as cycle.',
    );
  }
  const members = member.map((name): UserSelector => {
    const value = filled('--member', name);
    return value.includes('@') ? { by: 'upn', value } : { by: 'id', value };
  });
  return {
    selector: { nameOrId, members, everybody: as === 'cycle' && members.length === 0 },
    maxRemovals: maxRemovals ?? defaultMaxRemovals,
  };
}

function filled(flag: string, value: string): string {
  if (value.trim() !== '') return value;
  throw new UsageError(`${flag} is empty`, 'An environment variable without a value is the usual reason.');
}
