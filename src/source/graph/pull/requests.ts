import type { GraphRequest } from '../graph-client.js';
import type { Selection } from '../directory/selection.js';
import { literal, query, segment } from '../paths.js';

/** What is asked of Graph about many users at once. Source: graph-api reference, 4.5 and 4.6. */

const most = '999';

/**
 * Everybody, with the manager of each. That a list takes $select and $expand together is assumed: Microsoft's PowerShell module does
 * so (`Get-MgUser -All -Property -ExpandProperty manager`), the documentation speaks of one user.
 */
export function askUsers({ sure, doubtful, manager }: Selection): GraphRequest {
  const properties = [...sure, ...doubtful].join(',');
  const parameters = {
    $select: properties,
    $expand: manager ? `manager($select=${properties})` : undefined,
    $top: most,
  };
  return { method: 'GET', path: `/users${query(parameters)}`, need: 'readUser' };
}

const groupProperties = 'id,displayName,securityEnabled';

export const askGroup = (id: string): GraphRequest => ({
  method: 'GET',
  path: `/groups/${segment(id)}${query({ $select: groupProperties })}`,
  need: 'readGroup',
});

export const askGroupsByName = (name: string): GraphRequest => ({
  method: 'GET',
  path: `/groups${query({ $filter: `displayName eq ${literal(name)}`, $select: groupProperties, $top: '25' })}`,
  need: 'readGroup',
});

/** Direct members of every kind; the kind comes with each. */
export const askMembers = (id: string): GraphRequest => ({
  method: 'GET',
  path: `/groups/${segment(id)}/members${query({ $select: 'id', $top: most })}`,
  need: 'readMembership',
});
