import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { severityOf } from '../../diagnostics/describe.js';
import { listVariables, writeConfiguration } from '../../init/index.js';
import type { ExitName } from '../exit-codes.js';
import { checkConfiguration } from '../init/check-configuration.js';
import { quoteArgument } from '../init/quote-argument.js';
import type { InitOptions } from '../init/init-options.js';
import {
  configurationName,
  findObstacles,
  type OutputFile,
  type OutputFolder,
  writeFiles,
} from '../init/output-files.js';
import { planSource } from '../init/plan-source.js';
import { placeFile } from '../init/place-file.js';
import { planSchema, type SchemaPlan } from '../init/plan-schema.js';
import { tellDiagnostics } from '../tell.js';
import { shortenPath } from '../world.js';
import { join, resolve } from 'node:path';
import type { CommandContext } from './run.js';

/** `provision-user init`: a first configuration from flags, checked as every run checks it. */
export async function initCommand(options: InitOptions, { terminal }: CommandContext): Promise<ExitName> {
  const { cwd } = terminal;
  const path = resolve(cwd, options.out);
  const folder: OutputFolder = { path, force: options.force === true, command: 'init', cwd };
  const refuse = async (diagnostics: readonly Diagnostic[]): Promise<ExitName> => {
    await tellDiagnostics(diagnostics, terminal, options);
    return 'couldNotRun';
  };
  const source = planSource(options);
  const schema = await planSchema(options, folder);
  const users =
    options.users === undefined ? undefined : placeFile(options.users, 'The source fixture', folder);
  const target = planTarget(options, folder);
  const files = schema.value?.copy === undefined ? [] : [schema.value.copy];
  const obstacles = findObstacles(folder, [configurationName, ...files.map(({ name }) => name)]);
  const noticed = [...obstacles, ...schema.diagnostics, ...(users?.diagnostics ?? []), ...target.diagnostics];
  if (schema.value === undefined || isRefused(noticed)) return refuse(noticed);
  const plan = {
    heading: headingOf(schema.value),
    schema: schema.value.schema,
    rule: options.rule,
    objectMapping: undefined,
    scope: options.scope,
    skipOutOfScopeDeletions: false,
    source: users?.value === undefined ? source : { ...source, path: users.value },
    target: target.value,
    profiles: {},
  };
  const text = writeConfiguration(plan);
  const faults = await checkConfiguration(text, folder);
  const found = [...noticed, ...faults];
  if (isRefused(found)) return refuse(found);
  const written: OutputFile[] = [...files, { name: configurationName, content: text }];
  const unwritten = await writeFiles(folder, written);
  await tellDiagnostics([...found, ...unwritten], terminal, options);
  if (unwritten.length > 0) return 'couldNotRun';
  const answer: Answer = {
    files: written.map(({ name }) => shortenPath(join(path, name), cwd)),
    variables: [...listVariables(plan.source), ...listVariables(plan.target)],
    next: nextCommand(source, target.value !== undefined, folder),
  };
  if (options.quiet === true && options.output === 'text') return 'fine';
  await terminal.print(
    options.output === 'json' ? `${JSON.stringify(answer, null, 2)}\n` : showAnswer(answer),
  );
  return 'fine';
}

interface Answer {
  readonly files: readonly string[];
  /** of the environment, which have to be set before the next command */
  readonly variables: readonly string[];
  readonly next: string;
}

const showAnswer = ({ files, variables, next }: Answer): string =>
  [
    `wrote ${files.join(', ')}`,
    ...(variables.length === 0 ? [] : [`set ${variables.join(' and ')} in the environment`]),
    `next: ${next}`,
    '',
  ].join('\n');

const isRefused = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some((diagnostic) => severityOf(diagnostic) === 'error');

const headingOf = ({ application }: SchemaPlan): string[] => [
  `Configuration of provision-user${application === undefined ? '' : ` for ${application}`}, written by provision-user init.`,
  'Paths are relative to this file. A secret is a reference: { env: NAME }, { file: path } or { command: [program, argument] }.',
];

type Part = ReturnType<typeof planSource>;

function planTarget(
  { targetUrl, targetFile }: InitOptions,
  folder: OutputFolder,
): { readonly value: Part | undefined; readonly diagnostics: readonly Diagnostic[] } {
  if (targetUrl !== undefined)
    return { value: { kind: 'scim', url: targetUrl, token: { env: 'SCIM_TOKEN' } }, diagnostics: [] };
  if (targetFile === undefined) return { value: undefined, diagnostics: [] };
  const { value, diagnostics } = placeFile(targetFile, 'The target fixture', folder);
  return { value: value === undefined ? undefined : { kind: 'fixture', path: value }, diagnostics };
}

/** A search needs no application, a run without a target ends at the scope. */
function nextCommand(source: Part, hasTarget: boolean, { path, cwd }: OutputFolder): string {
  const config =
    path === cwd ? '' : ` --config ${quoteArgument(shortenPath(join(path, configurationName), cwd))}`;
  if (source.kind === 'graph' && source.app === undefined) return `provision-user search${config} alice`;
  return `provision-user${config} --upn alice@contoso.com ${hasTarget ? '--dry-run' : '--until scope'}`;
}
