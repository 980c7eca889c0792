import { type Checked, diagnose, type Location } from '../diagnostics/diagnostic.js';
import { findNearest } from '../diagnostics/nearest.js';
import {
  type ConfigDocument,
  type ConfigNode,
  locateValue,
  type MappingNode,
  showKeyName,
} from './document/index.js';
import { isSecretPath } from './secret-paths.js';

/** Which profile was asked for, and where. */
export interface ProfileChoice {
  readonly name: string;
  readonly from: string;
}

/** The base of a configuration with one of its profiles merged over it, or alone. */
export function applyProfile(
  document: ConfigDocument,
  choice: ProfileChoice | undefined,
): Checked<ConfigNode> {
  const base = withoutProfiles(document.root);
  if (choice === undefined) return { value: base, diagnostics: [] };
  const profiles = profilesOf(document.root);
  const profile = profiles.get(choice.name);
  if (profile !== undefined) return { value: mergeOver(base, profile), diagnostics: [] };
  const names = [...profiles.keys()].map(showKeyName);
  const args = {
    profile: choice.name,
    from: choice.from,
    file: document.file,
    profiles: names,
    nearest: findNearest(choice.name, names),
  };
  return {
    value: undefined,
    diagnostics: [diagnose('config/unknown-profile', args, placeOfProfiles(document))],
  };
}

/** Every profile of a configuration merged over the base, in the order of the file. */
export function applyEachProfile(root: ConfigNode): readonly ConfigNode[] {
  const base = withoutProfiles(root);
  return [...profilesOf(root).values()].map((profile) => mergeOver(base, profile));
}

function profilesOf(root: ConfigNode): ReadonlyMap<string, ConfigNode> {
  const profiles = root.kind === 'mapping' ? root.entries.get('profiles') : undefined;
  return profiles?.kind === 'mapping' ? profiles.entries : new Map<string, ConfigNode>();
}

function placeOfProfiles(document: ConfigDocument): readonly Location[] {
  const profiles = document.root.kind === 'mapping' ? document.root.entries.get('profiles') : undefined;
  return [profiles === undefined ? { file: document.file } : locateValue(document, profiles)];
}

function withoutProfiles(root: ConfigNode): ConfigNode {
  if (root.kind !== 'mapping') return root;
  const entries = new Map([...root.entries].filter(([key]) => key !== 'profiles'));
  return { ...root, entries };
}

/**
 * A profile over its base: mappings are merged key by key, everything else is replaced. A mapping that says its `kind`
 * replaces the base's as a whole (a profile's `target: { kind: scim, ... }` inherits nothing from another target); so
 * do a secret and `source.app`, which are one of several forms. In a target, `auth` drives out the base's `token` and
 * the other way round, since one is short for the other. A profile that is no mapping replaces all, and is then
 * refused like any configuration that is no mapping.
 */
function mergeOver(base: ConfigNode, over: ConfigNode, path: readonly string[] = []): ConfigNode {
  if (base.kind !== 'mapping' || over.kind !== 'mapping' || isReplacedAsWhole(over, path)) return over;
  const entries = new Map(base.entries);
  if (path.join('.') === 'target') {
    if (over.entries.has('auth')) entries.delete('token');
    if (over.entries.has('token')) entries.delete('auth');
  }
  for (const [key, value] of over.entries) {
    const below = base.entries.get(key);
    entries.set(key, below === undefined ? value : mergeOver(below, value, [...path, key]));
  }
  return { ...base, entries };
}

function isReplacedAsWhole(over: MappingNode, path: readonly string[]): boolean {
  return over.entries.has('kind') || isSecretPath(path) || path.join('.') === 'source.app';
}
