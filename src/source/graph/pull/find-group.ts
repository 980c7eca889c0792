import { type Checked, diagnose } from '../../../diagnostics/diagnostic.js';
import { isFine, listOf, objectOf, textOf } from '../answers.js';
import type { GraphClient } from '../graph-client.js';
import { askGroup, askGroupsByName } from './requests.js';

const guid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Finds the object id of a group by its id or its display name, which several may have. */
export async function findGroup(
  client: GraphClient,
  name: string,
  signal: AbortSignal,
): Promise<Checked<string>> {
  const isId = guid.test(name.trim());
  const reply = await client.send(isId ? askGroup(name.trim()) : askGroupsByName(name), signal);
  if (!isFine(reply) && !(isId && reply.status === 404))
    return { value: undefined, diagnostics: reply.diagnostics };
  const one = objectOf(reply);
  const hits = isId ? (one === undefined ? [] : [one]) : listOf(reply);
  const [first, ...others] = hits.map(({ id, displayName }) => ({
    id: textOf(id),
    displayName: textOf(displayName),
  }));
  if (first === undefined)
    return { value: undefined, diagnostics: [diagnose('pull/unknown-group', { name })] };
  if (others.length === 0) return { value: first.id, diagnostics: [] };
  const ids = [first, ...others].map(({ id }) => id);
  return { value: undefined, diagnostics: [diagnose('pull/several-groups', { name, ids })] };
}
