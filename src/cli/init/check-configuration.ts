import { join } from 'node:path';
import { loadSettings } from '../../config/index.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { configurationName, type OutputFolder } from './output-files.js';

/** What a run would say of a configuration that is not yet written. Secrets are not asked for; places would name lines that nobody sees. */
export async function checkConfiguration(text: string, { path, cwd }: OutputFolder): Promise<Diagnostic[]> {
  const config = join(path, configurationName);
  const { diagnostics } = await loadSettings(
    { config, configFrom: '--config', profile: undefined, flags: {}, needsSecrets: false },
    {
      cwd,
      environment: {},
      readFile: () => Promise.resolve(new TextEncoder().encode(text)),
      runCommand: () => Promise.resolve({ ok: false, reason: 'it is not run here' }),
    },
  );
  return diagnostics.map((diagnostic) => ({ ...diagnostic, at: [] }));
}
