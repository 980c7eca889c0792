import { dirname } from 'node:path';
import { type Checked, type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { severityOf } from '../diagnostics/describe.js';
import { type ChosenFile, chooseFile, chooseProfile } from './choose.js';
import { isIsoTime, isTimeout } from './clock.js';
import { readConfiguration } from './document/index.js';
import { type Inspection, placeOf } from './inspection.js';
import { resolvePath } from './paths.js';
import { listProvenance } from './provenance.js';
import type { ConfigWorld, SettingsFlags, SettingsRequest } from './request.js';
import type { Settings } from './settings.js';
import { readSource } from './source.js';
import { readTarget } from './target.js';
import { type ValidConfiguration, validateConfiguration } from './validate.js';

/**
 * Finds, reads and checks the configuration and puts it together with profile, flags and environment.
 * Precedence: flag, environment variable, profile, base of the file, default (ecosystem conventions: clig).
 * @returns settings with absolute paths, or undefined when a diagnostic of severity error says why not; a warning
 * (`config/literal-secret`) comes beside the settings
 */
export async function loadSettings(request: SettingsRequest, world: ConfigWorld): Promise<Checked<Settings>> {
  const profile = chooseProfile(request, world);
  const file = await chooseFile(request, world, profile);
  if (file.value === undefined) return { value: undefined, diagnostics: file.diagnostics };
  const document = await readConfiguration(file.value.path, world.cwd, (path) => world.readFile(path));
  if (document.value === undefined) return { value: undefined, diagnostics: document.diagnostics };
  const valid = validateConfiguration(document.value, profile);
  const diagnostics: Diagnostic[] = [
    ...document.diagnostics,
    ...valid.diagnostics,
    ...checkFlags(request.flags),
  ];
  if (valid.value === undefined) return { value: undefined, diagnostics };
  const inspection = inspect(valid.value, file.value, request, world, diagnostics);
  const origins = { file: file.value.from, profile: profile?.from };
  const settings = await readSettings(inspection, request.flags);
  const provenance = listProvenance(valid.value, request.flags, origins, world.cwd);
  const failed = diagnostics.some((diagnostic) => severityOf(diagnostic) === 'error');
  return { value: failed ? undefined : { ...settings, provenance }, diagnostics };
}

function inspect(
  valid: ValidConfiguration,
  file: ChosenFile,
  { flags, needsSecrets }: SettingsRequest,
  world: ConfigWorld,
  diagnostics: Diagnostic[],
): Inspection {
  return {
    ...valid,
    world,
    folder: dirname(file.path),
    found: file.found,
    allowInsecureHttp: flags.allowInsecureHttp ?? false,
    needsSecrets: (owner) =>
      typeof needsSecrets === 'boolean' ? needsSecrets : needsSecrets.includes(owner),
    report: (diagnostic) => {
      diagnostics.push(diagnostic);
    },
  };
}

async function readSettings(
  inspection: Inspection,
  flags: SettingsFlags,
): Promise<Omit<Settings, 'provenance'>> {
  const { document, profile, values } = inspection;
  if (values.now !== undefined && !isIsoTime(values.now)) {
    const args = { from: 'now', value: values.now };
    inspection.report(diagnose('config/bad-time', args, [placeOf(inspection, ['now'])]));
  }
  return {
    file: document.path,
    profile,
    schema: values.schema && (await resolvePath(inspection, ['schema'], values.schema)),
    rule: values.rule,
    objectMapping: values.objectMapping,
    scope: values.scope ?? 'assigned',
    skipOutOfScopeDeletions: values.skipOutOfScopeDeletions ?? false,
    dryRun: flags.dryRun ?? values.dryRun ?? false,
    timeout: flags.timeout ?? values.timeout ?? 120,
    seed: flags.seed ?? values.seed,
    now: flags.now ?? values.now,
    source: values.source && (await readSource(inspection, values.source)),
    target: values.target && (await readTarget(inspection, values.target)),
  };
}

function checkFlags({ now, timeout }: SettingsFlags): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  if (now !== undefined && !isIsoTime(now)) {
    diagnostics.push(diagnose('config/bad-time', { from: '--now', value: now }));
  }
  if (timeout !== undefined && !isTimeout(timeout)) {
    diagnostics.push(diagnose('config/bad-timeout', { from: '--timeout', value: String(timeout) }));
  }
  return diagnostics;
}
