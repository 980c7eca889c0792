import { readConfiguration } from './document/index.js';
import { chooseProfile } from './choose.js';
import type { ConfigWorld, SettingsRequest } from './request.js';
import type { SourceConfiguration, TargetConfiguration } from './schema.js';
import { validateConfiguration } from './validate.js';

/** Source and target as a configuration writes them, profile merged in: secrets are the references that stand there. */
export interface ConfigurationParts {
  readonly source: SourceConfiguration | undefined;
  readonly target: TargetConfiguration | undefined;
}

/**
 * Reads the parts of a configuration that settings were made of.
 * @param file absolute; what `loadSettings` took without an error
 */
export async function readParts(
  file: string,
  request: Pick<SettingsRequest, 'profile' | 'profileFrom'>,
  world: ConfigWorld,
): Promise<ConfigurationParts> {
  const document = await readConfiguration(file, world.cwd, (path) => world.readFile(path));
  const profile = chooseProfile({ ...request, flags: {}, needsSecrets: false }, world);
  const values = document.value && validateConfiguration(document.value, profile).value?.values;
  return { source: values?.source, target: values?.target };
}
