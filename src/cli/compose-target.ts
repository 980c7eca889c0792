import type { ScimTargetSettings, Settings } from '../config/index.js';
import { type Checked, diagnose } from '../diagnostics/diagnostic.js';
import type { Wait } from '../http/index.js';
import type { Dialect } from '../scim/index.js';
import type { Target } from '../target/target.js';
import { version } from '../version.js';
import { readBytes } from './read-bytes.js';
import { shortenPath } from './world.js';

/** What the target of a run is made with. */
export interface TargetSurroundings {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** refuses every network connection */
  readonly offline: boolean;
  /** ids of accounts that a fixture creates */
  readonly newId: () => string;
  /** milliseconds since 1970 */
  readonly clock: () => number;
  /** told before a request waits to be sent again */
  readonly onWait: (wait: Wait) => void;
}

/** A target, with what the run has to know of it besides. */
export interface ComposedTarget {
  readonly target: Target;
  /** of PATCH, which the flags of a tenant URL choose for cycles */
  readonly cycleDialect: Dialect;
  /** ends its connections */
  close(): Promise<void>;
}

/** Opens the target that the settings name. A run on fixtures loads nothing of the network. */
export async function composeTarget(
  { target, file }: Settings,
  surroundings: TargetSurroundings,
): Promise<Checked<ComposedTarget>> {
  if (target === undefined)
    return {
      value: undefined,
      diagnostics: [
        diagnose('config/no-target', {
          file: file === undefined ? undefined : shortenPath(file, surroundings.cwd),
        }),
      ],
    };
  if (target.kind === 'scim') return composeNetworkTarget(target, surroundings);
  const { cwd, newId, clock } = surroundings;
  const read = await readBytes(target.path, cwd, 'the target fixture');
  if (read.value === undefined) return { value: undefined, diagnostics: read.diagnostics };
  const { openFixtureTarget, saveAtomically } = await import('../target/fixture/index.js');
  const opened = openFixtureTarget({
    bytes: read.value.bytes,
    file: shortenPath(target.path, cwd),
    save: saveAtomically(target.path),
    newId,
    now: clock,
  });
  return complete(opened, 'default', () => Promise.resolve());
}

async function composeNetworkTarget(
  settings: ScimTargetSettings,
  { cwd, environment, offline, clock, onWait }: TargetSurroundings,
): Promise<Checked<ComposedTarget>> {
  const authorities =
    settings.ca === undefined ? undefined : await readBytes(settings.ca, cwd, 'the certificate authorities');
  if (authorities !== undefined && authorities.value === undefined)
    return { value: undefined, diagnostics: authorities.diagnostics };
  const ca = authorities?.value && {
    file: authorities.value.file,
    pem: new TextDecoder().decode(authorities.value.bytes),
  };
  const [{ createHttpClient }, { openNetworkTarget, readTenantFlags }] = await Promise.all([
    import('../http/index.js'),
    import('../target/network/index.js'),
  ]);
  const http = createHttpClient({ environment, offline, clock, ...(ca === undefined ? {} : { ca: ca.pem }) });
  const userAgent = `provision-user/${version}`;
  const opened = openNetworkTarget({ settings, ca, http, clock, userAgent, onWait });
  const { optscim, patch2017 } = readTenantFlags(settings.url);
  return complete(opened, optscim && !patch2017 ? 'compliant' : 'default', () => http.close());
}

function complete(
  { value, diagnostics }: Checked<Target>,
  cycleDialect: Dialect,
  close: () => Promise<void>,
): Checked<ComposedTarget> {
  return { value: value && { target: value, cycleDialect, close }, diagnostics };
}
