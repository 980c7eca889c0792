import { diagnose, type Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { Exchange } from '../../../exchanges/exchange.js';
import type { AppRole } from '../../source-directory.js';
import {
  exchangesOf,
  isFine,
  isList,
  isObject,
  type JsonObject,
  listOf,
  objectOf,
  textOf,
} from '../answers.js';
import { textOrNull } from '../wire/json-answer.js';
import type { GraphClient, GraphReply, GraphRequest } from '../graph-client.js';
import { literal, query, segment } from '../paths.js';

/** How the configuration names the application. */
export interface ApplicationName {
  readonly by: 'displayName' | 'appId' | 'servicePrincipalId';
  readonly value: string;
}

/** The service principal of the application whose users are provisioned. */
export interface Application {
  /** object id of the service principal: "Object ID" of the enterprise application */
  readonly id: string;
  /** "Application ID" */
  readonly appId: string;
  readonly displayName: string;
  readonly appRoles: readonly AppRole[];
}

/** Lets somebody choose among several applications of one name: an id, or undefined where nobody can be asked. */
export type ChooseApplication = (candidates: readonly Application[]) => Promise<string | undefined>;

export interface ApplicationFound {
  /** undefined where there is none, or several; `diagnostics` then says so */
  readonly application: Application | undefined;
  /** the list of its jobs, where it came in the same round trip */
  readonly jobs: GraphReply | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly exchanges: readonly Exchange[];
}

/**
 * Finds the service principal of an application, with the list of its jobs in the same round trip where an id names it. An id of
 * the other kind is recognised and named.
 *
 * Source: graph-api reference, 4.1: display names are not unique; the object id of the app registration is a third value that
 * people mix up with the two.
 */
export async function findApplication(
  client: GraphClient,
  name: ApplicationName,
  choose: ChooseApplication,
  signal: AbortSignal,
): Promise<ApplicationFound> {
  return name.by === 'displayName'
    ? findByName(client, name.value, choose, signal)
    : findById(client, { ...name, by: name.by }, signal);
}

/** The list of an application's jobs. `principal` is its path. */
export const askJobs = (principal: string): GraphRequest => ({
  method: 'GET',
  path: `${principal}/synchronization/jobs`,
  need: 'readJob',
});

export const principalPath = (id: string): string => `/servicePrincipals/${segment(id)}`;

const $select = 'id,appId,displayName,appRoles,appRoleAssignmentRequired,accountEnabled,tags';

const askOne = (path: string): GraphRequest => ({
  method: 'GET',
  path: `${path}${query({ $select })}`,
  need: 'readApplication',
});

const askMany = ($filter: string, $top?: string): GraphRequest => ({
  method: 'GET',
  path: `/servicePrincipals${query({ $select, $filter, $top })}`,
  need: 'readApplication',
});

type IdName = ApplicationName & { readonly by: 'appId' | 'servicePrincipalId' };

const pathOf = ({ by, value }: IdName): string =>
  by === 'appId'
    ? `/servicePrincipals(appId=${encodeURIComponent(literal(value.trim()))})`
    : principalPath(value.trim());

async function findById(client: GraphClient, name: IdName, signal: AbortSignal): Promise<ApplicationFound> {
  const path = pathOf(name);
  const [reply, jobs] = await client.batch([askOne(path), askJobs(path)], signal);
  if (reply === undefined || jobs === undefined) throw new Error('a batch gave no reply');
  const exchanges = exchangesOf([reply, jobs]);
  const application = readApplication(objectOf(reply));
  if (application !== undefined) return { application, jobs, diagnostics: [], exchanges };
  if (reply.status !== 404 && reply.status !== 400) {
    const diagnostics = isFine(reply) ? [unfit] : reply.diagnostics;
    return { application: undefined, jobs: undefined, diagnostics, exchanges };
  }
  const other: IdName = { ...name, by: name.by === 'appId' ? 'servicePrincipalId' : 'appId' };
  const second = await client.send(askOne(pathOf(other)), signal);
  const meant = readApplication(objectOf(second));
  const args = { ...name, meant: meant === undefined ? null : { by: other.by, name: meant.displayName } };
  return {
    application: undefined,
    jobs: undefined,
    diagnostics: [diagnose('application/unknown-id', args)],
    exchanges: [...exchanges, ...second.exchanges],
  };
}

async function findByName(
  client: GraphClient,
  name: string,
  choose: ChooseApplication,
  signal: AbortSignal,
): Promise<ApplicationFound> {
  const none = { application: undefined, jobs: undefined };
  const reply = await client.send(askMany(`displayName eq ${literal(name)}`), signal);
  if (!isFine(reply)) return { ...none, diagnostics: reply.diagnostics, exchanges: reply.exchanges };
  if (!isList(reply)) return { ...none, diagnostics: [unfit], exchanges: reply.exchanges };
  const hits = readApplications(reply);
  const [first, ...others] = hits;
  if (first === undefined) return findAlike(client, name, reply.exchanges, signal);
  const chosen = others.length === 0 ? first.id : await choose(hits);
  const application = hits.find(({ id }) => id === chosen);
  const several = hits.map(({ id, appId, displayName }) => ({ id, appId, displayName }));
  return {
    ...none,
    application,
    diagnostics:
      application === undefined ? [diagnose('application/several', { name, candidates: several })] : [],
    exchanges: reply.exchanges,
  };
}

const unfit = diagnose('source/unfit-answer', { what: 'an application' });

const shown = 5;

/** Nobody has that name: whose begins like it? */
async function findAlike(
  client: GraphClient,
  name: string,
  before: readonly Exchange[],
  signal: AbortSignal,
): Promise<ApplicationFound> {
  const [beginning = name] = name.trim().split(/[\s-]/);
  const reply = await client.send(
    askMany(`startswith(displayName,${literal(beginning)})`, String(shown)),
    signal,
  );
  const alike = readApplications(reply).map(({ displayName }) => displayName);
  return {
    application: undefined,
    jobs: undefined,
    diagnostics: [diagnose('application/unknown-name', { name, alike })],
    exchanges: [...before, ...reply.exchanges],
  };
}

const readApplications = (reply: GraphReply): readonly Application[] =>
  listOf(reply)
    .map(readApplication)
    .filter((application) => application !== undefined);

function readApplication(value: JsonObject | undefined): Application | undefined {
  const id = textOrNull(value?.id);
  if (value === undefined || id === null) return undefined;
  const roles = Array.isArray(value.appRoles) ? value.appRoles.filter(isObject) : [];
  return {
    id,
    appId: textOf(value.appId),
    displayName: textOf(value.displayName),
    appRoles: roles.map((role): AppRole => ({
      id: textOf(role.id),
      value: textOrNull(role.value),
      displayName: textOrNull(role.displayName) ?? textOf(role.value),
      isEnabled: role.isEnabled !== false,
    })),
  };
}
