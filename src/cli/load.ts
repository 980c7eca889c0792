import type { Command } from 'commander';
import type { Settings, SettingsRequest } from '../config/index.js';
import type { Checked } from '../diagnostics/diagnostic.js';
import type { ConfigOptions } from './options.js';
import type { Terminal } from './terminal.js';
import { openConfigWorld } from './world.js';

/** Reads the settings of a command, with the flags that win over them. */
export async function loadCommandSettings(
  options: ConfigOptions,
  command: Command,
  flags: SettingsRequest['flags'],
  needsSecrets: SettingsRequest['needsSecrets'],
  terminal: Terminal,
): Promise<Checked<Settings>> {
  const { loadSettings } = await import('../config/index.js');
  const comesFromFlag = (name: string): boolean => command.getOptionValueSourceWithGlobals(name) === 'cli';
  return loadSettings(
    {
      config: options.config,
      configFrom: comesFromFlag('config') ? '--config' : 'PROVISION_USER_CONFIG',
      profile: options.profile,
      profileFrom: comesFromFlag('profile') ? '--profile' : 'PROVISION_USER_PROFILE',
      flags,
      needsSecrets,
    },
    openConfigWorld(terminal),
  );
}

/** Every setting with where it came from, for --verbose. */
export function describeProvenance(settings: Settings, choices: readonly string[]): string {
  const widest = Math.max(0, ...settings.provenance.map(({ key }) => key.length));
  const rows = settings.provenance.map(
    ({ key, value, from }) => `  ${key.padEnd(widest)}  ${value}   (${from})`,
  );
  return `${['settings', ...rows, ...choices.map((choice) => `  ${choice}`)].join('\n')}\n`;
}
