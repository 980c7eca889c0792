/** What the person asked for on the command line: which configuration, and the flags that win over it. */
export interface SettingsRequest {
  /** path of the configuration, relative to `ConfigWorld.cwd`; left out: PROVISION_USER_CONFIG, or else discovery */
  readonly config?: string | undefined;
  readonly configFrom?: '--config' | 'PROVISION_USER_CONFIG' | undefined;
  /** left out: PROVISION_USER_PROFILE, or else none */
  readonly profile?: string | undefined;
  readonly profileFrom?: '--profile' | 'PROVISION_USER_PROFILE' | undefined;
  readonly flags: SettingsFlags;
  /** whose secrets are resolved; a secret that is not needed stays an empty text, and its absence is no trouble */
  readonly needsSecrets: boolean | readonly SecretOwner[];
}

export type SecretOwner = 'source' | 'target';

/** Values of flags; one that is left out decides nothing. */
export interface SettingsFlags {
  readonly dryRun?: boolean | undefined;
  /** seconds */
  readonly timeout?: number | undefined;
  readonly seed?: string | undefined;
  /** ISO 8601 */
  readonly now?: string | undefined;
  readonly allowInsecureHttp?: boolean | undefined;
}

/** Everything of the outside that reading a configuration touches, except the search for one (see discover.ts). */
export interface ConfigWorld {
  /** absolute */
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** rejects with Node's own error when the file cannot be read */
  readFile(path: string): Promise<Uint8Array>;
  /** Runs a program without a shell. `reason` is in plain words and holds no output of the program. */
  runCommand(program: string, args: readonly string[]): Promise<CommandResult>;
  /**
   * The path with all symbolic links followed; rejects when it does not exist. Without it a link inside the folder
   * of a found configuration is taken for what it seems to be.
   */
  realPath?(path: string): Promise<string>;
}

type CommandResult =
  { readonly ok: true; readonly stdout: string } | { readonly ok: false; readonly reason: string };
