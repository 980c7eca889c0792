import { randomUUID } from 'node:crypto';
import { cwd, env } from 'node:process';
import { compose } from '../cli/compose.js';
import { selectSubject, type Subject } from '../cli/select-subject.js';
import { openConfigWorld } from '../cli/world.js';
import { loadSettings } from '../config/index.js';
import { runSteps, type Until, untilWords } from '../provision/index.js';
import type { Mode, Report } from '../report/report.js';
import type { UserSelector } from '../source/source-directory.js';
import { version } from '../version.js';
import { UnusableInputError } from './errors.js';

export interface ProvisionOptions {
  /** path of the configuration */
  readonly config: string;
  readonly profile?: string;
  /** user principal name; either this, `id` or `group` */
  readonly upn?: string;
  /** object id */
  readonly id?: string;
  /** display name or object id of a group, in place of a user */
  readonly group?: string;
  /** with `group`: user principal names of those whose membership is brought up to date, up to five on demand */
  readonly members?: readonly string[];
  /** with `group`: a run that would remove more members sends nothing; 5 when left out */
  readonly maxRemovals?: number;
  /** left out: what the configuration says */
  readonly dryRun?: boolean;
  readonly as?: Mode;
  readonly until?: Until;
  /** what expressions see as the present */
  readonly now?: Date | string;
  /** what the randomness of expressions comes from */
  readonly seed?: string;
  /** consent to disable; without it such a run is a failure that sends nothing */
  readonly yes?: boolean;
  /** also send read-only requests that the service does not send, after a write that leaves questions; true when left out */
  readonly investigate?: boolean;
  /** also ask the target what it declares, with three reads; false when left out */
  readonly discover?: boolean;
  /** send a credential over http to other machines too */
  readonly allowInsecureHttp?: boolean;
  /** told what a person has to do to sign in to Microsoft Graph with `auth: device-code` */
  readonly onDeviceCode?: (message: string) => void;
  readonly signal?: AbortSignal;
}

/**
 * Runs the five steps for one user or one group, as the command line does. Everything that a user, a source or a target can do wrong is
 * in the report.
 * @throws UnusableInputError when configuration, schema or fixtures cannot be used
 * @throws Error when more than five members are named on demand
 * @experimental until 1.0
 */
export async function provision(options: ProvisionOptions): Promise<Report> {
  const until = options.until ?? 'action';
  const needsTarget = untilWords.indexOf(until) >= untilWords.indexOf('connection');
  const now = options.now instanceof Date ? options.now.toISOString() : options.now;
  const where = cwd();
  const group = groupOf(options, until);
  const settings = await loadSettings(
    {
      config: options.config,
      configFrom: '--config',
      profile: options.profile,
      flags: {
        dryRun: options.dryRun,
        seed: options.seed,
        now,
        allowInsecureHttp: options.allowInsecureHttp,
      },
      needsSecrets: needsTarget ? ['source', 'target'] : ['source'],
    },
    openConfigWorld({ cwd: where, environment: env }),
  );
  if (settings.value === undefined) throw new UnusableInputError(settings.diagnostics);
  const signal = AbortSignal.any([
    AbortSignal.timeout(settings.value.timeout * 1000),
    ...(options.signal === undefined ? [] : [options.signal]),
  ]);
  const composed = await compose(settings.value, {
    cwd: where,
    needsTarget,
    kind: group === undefined ? 'User' : 'Group',
    newId: randomUUID,
    clock: Date.now,
    environment: env,
    offline: false,
    onWait: () => undefined,
    onDeviceCode: (message) => options.onDeviceCode?.(message),
    chooseApplication: () => Promise.resolve(undefined),
    signal,
  });
  if (composed.value === undefined)
    throw new UnusableInputError([...settings.diagnostics, ...composed.diagnostics]);
  const { job, userJob, source, target, tenant, close } = composed.value;
  const running = runSteps({
    job,
    source,
    tenant,
    target: target?.target,
    selector: group === undefined ? selectorOf(options) : undefined,
    ...(group === undefined ? {} : { group: { ...group, userJob } }),
    dryRun: settings.value.dryRun,
    mode: options.as ?? 'on-demand',
    cycleDialect: target?.cycleDialect ?? 'default',
    investigate: options.investigate ?? true,
    discover: options.discover ?? false,
    until,
    assumeAssigned: false,
    now: settings.value.now === undefined ? Date.now() : Date.parse(settings.value.now),
    seed: settings.value.seed ?? randomUUID(),
    toolVersion: version,
    diagnostics: [...settings.diagnostics, ...composed.diagnostics],
    world: {
      clock: Date.now,
      newGuid: randomUUID,
      askConsent: () => Promise.resolve(options.yes === true ? 'given' : 'unavailable'),
      beforeWrite: () => undefined,
      onProgress: () => undefined,
      onCrash: () => undefined,
    },
    signal,
  });
  try {
    return await running;
  } finally {
    await close();
  }
}

const selectorOf = ({ id, upn }: ProvisionOptions): UserSelector =>
  id === undefined ? { by: 'upn', value: upn ?? '' } : { by: 'id', value: id };

function groupOf(
  { group, members, maxRemovals, as = 'on-demand' }: ProvisionOptions,
  until: Until,
): Subject['group'] {
  if (group === undefined) return undefined;
  const bound = maxRemovals === undefined ? {} : { maxRemovals };
  return selectSubject({ group, member: members ?? [], as, ...bound }, until).group;
}
