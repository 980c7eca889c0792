import type { GraphRequest } from '../graph-client.js';
import { literal, query, segment } from '../paths.js';

/** What is asked of Graph about groups themselves. Source: graph-api reference, 4.6; "Get group", "List groups". */

/** One group by object id. */
export function askGroup(id: string, properties: readonly string[]): GraphRequest {
  const parameters = { $select: properties.join(',') };
  return { method: 'GET', path: `/groups/${segment(id)}${query(parameters)}`, need: 'readGroup' };
}

/** Every group with the display name, letter case aside. */
export function askGroupsByName(displayName: string, properties: readonly string[]): GraphRequest {
  const parameters = { $filter: `displayName eq ${literal(displayName)}`, $select: properties.join(',') };
  return { method: 'GET', path: `/groups${query(parameters)}`, need: 'readGroup' };
}

/** Direct members of every kind; which kind is told by `@odata.type`. */
export function askMembersOfGroup(id: string): GraphRequest {
  const parameters = { $select: 'id,displayName,userPrincipalName', $top: '999' };
  return {
    method: 'GET',
    path: `/groups/${segment(id)}/members${query(parameters)}`,
    need: 'readMembership',
  };
}
