import { relative, resolve } from 'node:path';
import { type Checked, diagnose } from '../diagnostics/diagnostic.js';
import { discoverConfiguration } from './discover.js';
import type { ProfileChoice } from './profile.js';
import type { ConfigWorld, SettingsRequest } from './request.js';

/** The file that holds the configuration. */
export interface ChosenFile {
  /** absolute */
  readonly path: string;
  /** who named it: a flag, an environment variable, or `found` */
  readonly from: string;
  readonly found: boolean;
}

/** The file that was named, on the command line before the environment, or else the one that is found. */
export async function chooseFile(
  request: SettingsRequest,
  { cwd, environment }: ConfigWorld,
  profile: ProfileChoice | undefined,
): Promise<Checked<ChosenFile>> {
  const from = request.configFrom ?? (request.config === undefined ? 'PROVISION_USER_CONFIG' : '--config');
  const named = choose(request.config, from, environment);
  if (named !== undefined) {
    return { value: { path: resolve(cwd, named), from, found: false }, diagnostics: [] };
  }
  const discovery = await discoverConfiguration(cwd);
  if (discovery.kind === 'found') {
    return { value: { path: discovery.path, from: 'found', found: true }, diagnostics: [] };
  }
  if (discovery.kind === 'failed') {
    const failed = diagnose('config/search-failed', { reason: discovery.reason });
    return { value: undefined, diagnostics: [failed] };
  }
  const show = (path: string): string => relative(cwd, path) || '.';
  const args = {
    folders: discovery.folders,
    code: discovery.code.map(show),
    unreadable: discovery.unreadable.map(show),
    profile: profile?.name,
  };
  return { value: undefined, diagnostics: [diagnose('config/not-found', args)] };
}

/** The profile that was named, on the command line before the environment. */
export function chooseProfile(
  request: SettingsRequest,
  { environment }: ConfigWorld,
): ProfileChoice | undefined {
  const from =
    request.profileFrom ?? (request.profile === undefined ? 'PROVISION_USER_PROFILE' : '--profile');
  const name = choose(request.profile, from, environment);
  return name === undefined ? undefined : { name, from };
}

/** An environment variable that is set to nothing counts as not set; a flag that is given nothing stays a mistake. */
function choose(
  given: string | undefined,
  from: string,
  environment: ConfigWorld['environment'],
): string | undefined {
  if (from.startsWith('--')) return given;
  const value = given ?? environment[from];
  return value === '' ? undefined : value;
}
