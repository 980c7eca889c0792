import type { GraphGroup } from './group-directory.js';
import { isDirectoryExtension } from './source-names.js';

/** Source: the reference on the synchronizationSchema, 6.2 (group objects); `members` is read apart. */
const graphNames: Readonly<Record<string, string>> = {
  objectId: 'id',
  dirSyncEnabled: 'onPremisesSyncEnabled',
  displayName: 'displayName',
  description: 'description',
  mail: 'mail',
  mailNickname: 'mailNickname',
  mailEnabled: 'mailEnabled',
  securityEnabled: 'securityEnabled',
  onPremisesSamAccountName: 'onPremisesSamAccountName',
  proxyAddresses: 'proxyAddresses',
};

/**
 * Reads an attribute of a group by the name that the schema gives it; case-sensitive. `readable` is false for a name that
 * means nothing to Graph and is not on the group either.
 */
export function readGroupAttribute(
  group: GraphGroup,
  name: string,
): { readonly value: unknown; readonly readable: boolean } {
  const isKnown = Object.hasOwn(graphNames, name);
  const key = isKnown ? (graphNames[name] ?? name) : name;
  const value = Object.hasOwn(group, key) ? group[key] : undefined;
  return { value, readable: isKnown || value !== undefined };
}

/**
 * The property of Graph that holds an attribute of a group; none for what is read apart, and for a name that could be refused because
 * Graph is not known to have it. A directory extension is asked for by its full name.
 */
export function placeOfGroup(name: string): readonly string[] {
  if (Object.hasOwn(graphNames, name)) return [graphNames[name] ?? name];
  return isDirectoryExtension(name) ? [name] : [];
}
