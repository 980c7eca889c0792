import type { GraphRequest } from '../graph-client.js';
import { literal, query, segment, userPath } from '../paths.js';
import type { Selection } from './selection.js';

/** What is asked of Graph about users, their groups and their assignments. Source: graph-api reference, 4.4 to 4.8. */

const advanced = { ConsistencyLevel: 'eventual' };

/** One user with the selected properties. The manager comes along, with the same properties, so that he costs no request. */
export function askUser(key: string, { sure, doubtful, manager }: Selection): GraphRequest {
  const properties = [...sure, ...doubtful].join(',');
  const expanded = `manager($select=${properties})`;
  const parameters = {
    $select: properties,
    $expand: manager ? expanded : undefined,
  };
  return { method: 'GET', path: `${userPath(key)}${query(parameters)}`, need: 'readUser' };
}

export function askAssignmentsOfUser(key: string, servicePrincipalId: string): GraphRequest {
  const path = `${userPath(key)}/appRoleAssignments${query({ $filter: `resourceId eq ${servicePrincipalId}` })}`;
  return { method: 'GET', path, need: 'readAssignments' };
}

/** Everybody assigned: needs a lesser permission than the assignments of one user. */
export function askAssignedTo(servicePrincipalId: string): GraphRequest {
  const path = `/servicePrincipals/${segment(servicePrincipalId)}/appRoleAssignedTo${query({ $top: '999' })}`;
  return { method: 'GET', path, need: 'readApplication' };
}

const groups = '/microsoft.graph.group';

export function askDirectGroups(key: string): GraphRequest {
  const parameters = { $select: 'id,displayName,securityEnabled', $top: '999' };
  return {
    method: 'GET',
    path: `${userPath(key)}/memberOf${groups}${query(parameters)}`,
    need: 'readMembership',
  };
}

export function askAllGroups(key: string): GraphRequest {
  const parameters = { $select: 'id,displayName', $top: '999' };
  return {
    method: 'GET',
    path: `${userPath(key)}/transitiveMemberOf${groups}${query(parameters)}`,
    need: 'readMembership',
  };
}

export function askGroupsInGroup(id: string): GraphRequest {
  const parameters = { $select: 'id,displayName', $top: '999' };
  return {
    method: 'GET',
    path: `/groups/${segment(id)}/members${groups}${query(parameters)}`,
    need: 'readMembership',
  };
}

const bin = '/directory/deletedItems';

/** A deleted user by id. */
export function askDeletedById(id: string, { sure }: Selection): GraphRequest {
  const parameters = { $select: [...sure, 'deletedDateTime'].join(',') };
  return { method: 'GET', path: `${bin}/${segment(id)}${query(parameters)}`, need: 'readDeletedUser' };
}

/** Deleted users whose name ends so: in the recycle bin the id stands before the name. */
export function askDeletedByName(userPrincipalName: string, { sure }: Selection): GraphRequest {
  const parameters = {
    $filter: `endsWith(userPrincipalName,${literal(userPrincipalName)})`,
    $select: [...sure, 'deletedDateTime'].join(','),
    $count: 'true',
  };
  return {
    method: 'GET',
    path: `${bin}/microsoft.graph.user${query(parameters)}`,
    need: 'readDeletedUser',
    headers: advanced,
  };
}

const searched = ['displayName', 'givenName', 'surname', 'userPrincipalName', 'mail'];
const found = 'id,displayName,givenName,surname,userPrincipalName,mail,accountEnabled';

/** Users who have a name as one of their addresses. */
export function askByAddress(name: string): GraphRequest {
  const text = literal(name);
  const parameters = {
    $filter: `mail eq ${text} or userPrincipalName eq ${text} or proxyAddresses/any(p:p eq ${literal(`smtp:${name}`)})`,
    $select: found,
  };
  return { method: 'GET', path: `/users${query(parameters)}`, need: 'readUser' };
}

/** Users one of whose names begins so. */
export function askByBeginning(text: string): GraphRequest {
  const parameters = { $filter: beginsWith(text), $select: found, $top: '25' };
  return { method: 'GET', path: `/users${query(parameters)}`, need: 'readUser' };
}

/** Users with words that begin so inside the display name. */
export function askByWords(text: string): GraphRequest {
  const escaped = text.replace(/["\\]/g, String.raw`\$&`);
  const parameters = {
    $search: searched.map((name) => `"${name}:${escaped}"`).join(' OR '),
    $select: found,
    $top: '25',
  };
  return { method: 'GET', path: `/users${query(parameters)}`, need: 'readUser', headers: advanced };
}

/** Deleted users one of whose names begins so; they are counted alone. */
export function askDeletedByBeginning(text: string): GraphRequest {
  const parameters = {
    $filter: beginsWith(text),
    $select: 'id,displayName,userPrincipalName,deletedDateTime',
    $count: 'true',
  };
  return {
    method: 'GET',
    path: `${bin}/microsoft.graph.user${query(parameters)}`,
    need: 'readDeletedUser',
    headers: advanced,
  };
}

const beginsWith = (text: string): string =>
  searched.map((name) => `startsWith(${name},${literal(text)})`).join(' or ');
