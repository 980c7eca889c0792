import { relative } from 'node:path';
import { maskParameters } from '../exchanges/secret-names.js';
import { type ConfigNode, dottedPath, locateValue, type PathStep } from './document/index.js';
import type { SettingsFlags } from './request.js';
import { isSecretPath } from './secret-paths.js';
import type { Provenance } from './settings.js';
import type { ValidConfiguration } from './validate.js';

/** Where the file and the profile were named: a flag, an environment variable, or nowhere. */
export interface Origins {
  readonly file: string;
  readonly profile: string | undefined;
}

const defaults: Readonly<Record<string, string>> = {
  scope: 'assigned',
  skipOutOfScopeDeletions: 'false',
  dryRun: 'false',
  timeout: '120',
};

/**
 * Where every value of the settings came from: flags before the profile before the base before defaults.
 * Of a secret only the way to it is shown.
 */
export function listProvenance(
  configuration: ValidConfiguration,
  flags: SettingsFlags,
  origins: Origins,
  cwd: string,
): readonly Provenance[] {
  const { document, profile, root, values } = configuration;
  const lines = new Map<string, Provenance>();
  const add = (key: string, value: string, from: string): void => void lines.set(key, { key, value, from });
  add('config', relative(cwd, document.path), origins.file);
  if (profile !== undefined) add('profile', profile, origins.profile ?? '');
  for (const [key, value] of Object.entries(defaults)) add(key, value, 'default');
  if (values.source?.kind === 'graph') add('source.cloud', 'global', 'default');
  for (const { path, node } of leavesOf(root)) {
    const { file = '', pointer = '', line = 0 } = locateValue(document, node);
    const place = `${file}:${line}`;
    const isOfProfile = pointer.includes('/profiles/');
    add(dottedPath(path), showLeaf(path, node), isOfProfile ? `${place} (profile ${profile ?? ''})` : place);
  }
  const { dryRun, timeout, seed, now } = flags;
  if (dryRun !== undefined) add('dryRun', String(dryRun), dryRun ? '--dry-run' : '--no-dry-run');
  if (timeout !== undefined) add('timeout', String(timeout), '--timeout');
  if (seed !== undefined) add('seed', seed, '--seed');
  if (now !== undefined) add('now', now, '--now');
  return [...lines.values()];
}

interface Leaf {
  readonly path: readonly PathStep[];
  readonly node: ConfigNode;
}

function leavesOf(node: ConfigNode, path: readonly PathStep[] = []): readonly Leaf[] {
  if (node.kind !== 'mapping' || isSecretPath(path)) return [{ path, node }];
  return [...node.entries]
    .filter(([key]) => path.length > 0 || key !== '$schema')
    .flatMap(([key, child]) => leavesOf(child, [...path, key]));
}

function showLeaf(path: readonly PathStep[], node: ConfigNode): string {
  // A URL may bring a key along among its parameters.
  if (!isSecretPath(path)) return node.kind === 'scalar' ? maskParameters(String(node.value), '***') : '';
  if (node.kind === 'mapping') return showReference(node.entries);
  // A header may be a secret under any name.
  return path[1] === 'headers' ? '(hidden)' : '(secret)';
}

function showReference(entries: ReadonlyMap<string, ConfigNode>): string {
  for (const [form, node] of entries) {
    const named = node.kind === 'list' ? node.items[0] : node;
    if (named?.kind === 'scalar') return `(secret from ${form} ${String(named.value)})`;
  }
  return '(secret)';
}
