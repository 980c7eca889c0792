import {
  type GraphCall,
  type GraphCallAnswer,
  isObject,
  type JsonObject,
  notFound,
  objectsOf,
  refuse,
  textOf,
} from './answer.js';
import { compileFilter, compileSearch, UnsupportedQuery } from './filter.js';
import { type Kind, kindOf, managerIdOf, readExpand, select } from './select.js';
import { allGroupsOf, assignmentsOf, findUser, groupsOf, type StandInTenant } from './tenant.js';

export interface RouteOptions {
  /** objects on a page at most, whatever $top says */
  readonly pageSize: number;
  /** makes the address of the next page, of a path with its query */
  readonly link: (pathAndQuery: string) => string;
}

type Route = readonly [
  pattern: RegExp,
  answer: (call: GraphCall, keys: readonly (string | undefined)[]) => GraphCallAnswer,
];

/** Answers a request to Graph out of a tenant: the paths that the tool asks, and 404 for every other. */
export function openRoutes(
  tenant: StandInTenant,
  options: RouteOptions,
): (call: GraphCall) => GraphCallAnswer {
  const people = [...tenant.users, ...tenant.deletedUsers];
  const user = kindOf('user', people);
  const group = kindOf('group', tenant.groups);
  const principal = kindOf('servicePrincipal', tenant.servicePrincipals);
  const list = (call: GraphCall, objects: readonly JsonObject[], kind?: Kind): GraphCallAnswer =>
    answerList(call, objects, kind, options);
  const ofUser =
    (answer: (call: GraphCall, found: JsonObject) => GraphCallAnswer) =>
    (call: GraphCall, [key = '']: readonly (string | undefined)[]): GraphCallAnswer => {
      const found = findUser(tenant, key);
      return found === undefined ? notFound(key) : answer(call, found);
    };
  const ofPrincipal =
    (
      answer: (call: GraphCall, found: JsonObject, rest: readonly (string | undefined)[]) => GraphCallAnswer,
    ) =>
    (call: GraphCall, [key = '', ...rest]: readonly (string | undefined)[]): GraphCallAnswer => {
      const found = findPrincipal(tenant, key);
      return found === undefined ? notFound(key) : answer(call, found, rest);
    };
  const routes: readonly Route[] = [
    [/^\/users$/, (call) => listUsers(call, tenant, user, list(call, tenant.users, user))],
    [
      /^\/users\/([^/]+)$/,
      ofUser((call, found) => ({ status: 200, body: describeUser(call, found, tenant, user) })),
    ],
    [
      /^\/users\/([^/]+)\/appRoleAssignments$/,
      ofUser((call, { id }) => list(call, assignmentsOf(tenant, textOf(id)))),
    ],
    [
      /^\/users\/([^/]+)\/memberOf\/microsoft\.graph\.group$/,
      ofUser((call, { id }) => list(call, groupsOf(tenant, textOf(id)), group)),
    ],
    [
      /^\/users\/([^/]+)\/transitiveMemberOf\/microsoft\.graph\.group$/,
      ofUser((call, { id }) => list(call, allGroupsOf(tenant, textOf(id)), group)),
    ],
    [/^\/directory\/deletedItems\/microsoft\.graph\.user$/, (call) => list(call, tenant.deletedUsers, user)],
    [
      /^\/directory\/deletedItems\/([^/]+)$/,
      (call, [id = '']) => {
        const found = tenant.deletedUsers.find((one) => one.id === id);
        if (found === undefined) return notFound(id);
        const body = {
          '@odata.type': '#microsoft.graph.user',
          ...select(found, call.query.get('$select'), user),
        };
        return { status: 200, body };
      },
    ],
    [/^\/groups$/, (call) => list(call, tenant.groups, group)],
    [
      /^\/groups\/([^/]+)$/,
      (call, [id = '']) => {
        const found = tenant.groups.find((one) => one.id === id);
        if (found === undefined) return notFound(id);
        return { status: 200, body: select(found, call.query.get('$select'), group) };
      },
    ],
    [
      /^\/groups\/([^/]+)\/members(?:\/microsoft\.graph\.(group|user))?$/,
      (call, [id = '', cast]) => {
        const found = tenant.groups.find((one) => one.id === id);
        if (found === undefined) return notFound(id);
        const members = objectsOf(found.members);
        const wanted = members.filter(
          (member) => cast === undefined || textOf(member['@odata.type']).endsWith(`.${cast}`),
        );
        return list(call, wanted);
      },
    ],
    [/^\/servicePrincipals$/, (call) => list(call, tenant.servicePrincipals, principal)],
    [
      /^\/servicePrincipals\/([^/]+)$/,
      ofPrincipal((call, found) => ({
        status: 200,
        body: select(found, call.query.get('$select'), principal),
      })),
    ],
    [
      /^\/servicePrincipals\/([^/]+)\/appRoleAssignedTo$/,
      ofPrincipal((call, found) => list(call, objectsOf(found.appRoleAssignedTo))),
    ],
    [/^\/servicePrincipals\/([^/]+)\/synchronization\/jobs$/, ofPrincipal((call) => list(call, tenant.jobs))],
    [
      /^\/servicePrincipals\/([^/]+)\/synchronization\/jobs\/([^/]+)(\/schema)?$/,
      ofPrincipal((_call, _found, [id = '', schema]) => {
        const job = tenant.jobs.find((one) => one.id === id);
        if (job === undefined) return notFound(id);
        return { status: 200, body: schema === undefined ? job : tenant.schema };
      }),
    ],
  ];
  return (call) => {
    const path = inSegments(call.path);
    for (const [pattern, answer] of routes) {
      const found = pattern.exec(path);
      if (found === null || call.method !== 'GET') continue;
      try {
        return answer(call, found.slice(1));
      } catch (error) {
        if (error instanceof UnsupportedQuery) return refuse(400, 'Request_BadRequest', error.message);
        throw error;
      }
    }
    return refuse(400, 'BadRequest', `Resource not found for the segment of ${call.method} ${call.path}.`);
  };
}

/** `/users('x')` and `/servicePrincipals(appId='x')` mean what `/users/x` means. */
export const inSegments = (path: string): string =>
  path.replace(/\((?:appId=)?'((?:[^']|'')*)'\)/g, (_all, key: string) => `/${key.replaceAll("''", "'")}`);

const findPrincipal = ({ servicePrincipals }: StandInTenant, key: string): JsonObject | undefined =>
  servicePrincipals.find(({ id, appId }) => id === key || appId === key);

function describeUser(call: GraphCall, found: JsonObject, tenant: StandInTenant, kind: Kind): JsonObject {
  const expand = readExpand(call.query.get('$expand'));
  const own = select({ ...found, manager: undefined }, call.query.get('$select'), kind);
  const managerId = managerIdOf(found);
  if (expand === undefined || managerId === undefined) return own;
  const manager = findUser(tenant, managerId) ?? { id: managerId };
  return {
    ...own,
    manager: { '@odata.type': '#microsoft.graph.user', ...select(manager, expand.names, kind) },
  };
}

/** A list of users with the manager of each, where he is asked for. */
function listUsers(
  call: GraphCall,
  tenant: StandInTenant,
  kind: Kind,
  answer: GraphCallAnswer,
): GraphCallAnswer {
  if (!call.query.has('$expand') || !isObject(answer.body)) return answer;
  const value = objectsOf(answer.body.value).map((one) =>
    describeUser(call, findUser(tenant, textOf(one.id)) ?? one, tenant, kind),
  );
  return { ...answer, body: { ...answer.body, value } };
}

function answerList(
  call: GraphCall,
  objects: readonly JsonObject[],
  kind: Kind | undefined,
  { pageSize, link }: RouteOptions,
): GraphCallAnswer {
  const { query, headers } = call;
  const isEventual = headers.consistencylevel === 'eventual';
  const filter = query.get('$filter');
  const search = query.get('$search');
  const tests = [
    ...(filter === undefined ? [] : [compileFilter(filter, isEventual && query.get('$count') === 'true')]),
    ...(search === undefined ? [] : [compileSearch(search, isEventual)]),
  ];
  const fitting = objects.filter((object) => tests.every((test) => test(object)));
  const start = Number(query.get('$skiptoken') ?? '0');
  const size = Math.min(Number(query.get('$top') ?? '100'), pageSize);
  const page = fitting.slice(start, start + size);
  const names = query.get('$select');
  const value =
    kind === undefined
      ? page.map((object) => project(object, names))
      : page.map((object) => select(object, names, kind));
  const isLast = start + size >= fitting.length;
  return {
    status: 200,
    body: {
      ...(query.get('$count') === 'true' ? { '@odata.count': fitting.length } : {}),
      ...(isLast ? {} : { '@odata.nextLink': link(nextPage(call, start + size)) }),
      value,
    },
  };
}

const project = (object: JsonObject, names: string | undefined): JsonObject => {
  if (names === undefined) return object;
  const wanted = new Set([...names.split(','), '@odata.type']);
  return Object.fromEntries(Object.entries(object).filter(([name]) => wanted.has(name)));
};

function nextPage({ path, query }: GraphCall, start: number): string {
  const parameters = [...query].filter(([name]) => name !== '$skiptoken');
  const next = [...parameters, ['$skiptoken', String(start)]];
  const text = next.map(([name = '', value = '']) => `${name}=${encodeURIComponent(value)}`).join('&');
  return `${path.split('/').map(encodeURIComponent).join('/')}?${text}`;
}
