import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import {
  buildCreate,
  buildLookup,
  buildPatch,
  buildRead,
  enterpriseUser,
  type PatchChange,
} from '../../src/scim/index.js';
import { wire } from './wire-values.js';

// A recorded run of Microsoft's SCIM Validator, which speaks the compliant dialect, compared with what we send in it. Every
// difference is named here and explained in docs/fidelity.md ("Beside Microsoft's SCIM Validator").

interface Recorded {
  readonly description: string;
  readonly setup: readonly { readonly method: string; readonly body: Record<string, unknown> | null }[];
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly contentType: string | null;
    readonly body: Record<string, unknown> | null;
  };
}

const file = new URL('../../../shared/data/ms-scim-validator-run/exchanges.json', import.meta.url);
const isThere = existsSync(file);
const run = isThere ? (JSON.parse(readFileSync(file, 'utf8')) as Recorded[]) : [];
const named = (description: string): Recorded => run.find((each) => each.description === description)!;
/** The validator prints the quotes of a filter bare. */
const lineOf = ({ request }: Recorded): string =>
  `${request.method} ${request.url.replace('{base}', '').replaceAll('"', '%22')}`;
const operationsOf = (recorded: Recorded): unknown => recorded.request.body?.Operations;
const compliant = (...changes: PatchChange[]): unknown => buildPatch(changes, 'compliant').Operations;
const change = (
  operation: 'add' | 'replace',
  name: string,
  json: unknown,
  multivalued = false,
): PatchChange => ({ ...wire(name, json), operation, multivalued });
const idIn = (text: string): string =>
  /"value":"([^"]+)"|value eq \\"([^\\]+)/.exec(text)?.slice(1).find(Boolean) ?? '';

const when = isThere ? describe : describe.skip;
if (!isThere) console.info('skipped: the recorded run of the SCIM Validator is not beside the project');

when('the recorded run of the SCIM Validator', () => {
  test.each([
    ['Filter for an existing user', 'Users', 'userName'],
    ['Filter for a non-existing user', 'Users', 'userName'],
    ['Filter for an existing user with a different case', 'Users', 'userName'],
    ['Filter for an existing group by displayName excluding members', 'Groups', 'displayName'],
  ] as const)('%s: the same request line', (description, collection, attribute) => {
    const recorded = named(description);
    const value = /eq\+"(.*)"$/.exec(recorded.request.url)?.[1] ?? '';
    const ours = buildLookup(collection, attribute, decodeURIComponent(value));
    expect(`GET ${ours.path}`).toBe(lineOf(recorded));
  });

  test('a read of a group excludes members, as ours does', () => {
    const recorded = named('Get group by id excluding members');
    const id = /Groups\/([^?]+)/.exec(recorded.request.url)?.[1] ?? '';
    expect(`GET ${buildRead('Groups', id).path}`).toBe(lineOf(recorded));
  });

  test.each([
    'Update User userName',
    'Patch User - Disable User',
    'Update Group displayName',
    'Patch Group - Replace Attributes',
  ])('%s: the same operations', (description) => {
    const recorded = named(description);
    const [operation] = operationsOf(recorded) as { path?: string; value: unknown }[];
    const { path } = operation!;
    const changes =
      path === undefined
        ? Object.entries(operation!.value as object).map(([name, value]) => change('replace', name, value))
        : [change('replace', path, operation!.value)];
    expect(compliant(...changes)).toEqual(operationsOf(recorded));
  });

  test('bodies have the media type with its charset; reads have none', () => {
    for (const { request } of run) {
      const wanted = request.body === null ? null : 'application/scim+json; charset=utf-8';
      expect([request.url, request.contentType]).toEqual([request.url, wanted]);
    }
  });

  describe('differs from ours in', () => {
    test('the manager: the validator sends an object, we the plain id that was captured from the service', () => {
      for (const [description, op] of [
        ['Patch User - Add Manager', 'add'],
        ['Patch User - Replace Manager', 'replace'],
      ] as const) {
        const recorded = operationsOf(named(description));
        const path = `${enterpriseUser}:manager`;
        const id = idIn(JSON.stringify(recorded));
        expect(recorded).toEqual([{ op, path, value: { value: id } }]);
        expect(compliant(change(op, path, id))).toEqual([{ op, path, value: id }]);
      }
    });

    test('a removed manager: the validator replaces it with an empty value, we send nothing', () => {
      expect(operationsOf(named('Patch User - Remove Manager'))).toEqual([
        { op: 'replace', path: `${enterpriseUser}:manager`, value: { value: '' } },
      ]);
    });

    test('several plain attributes: in its verbose test one operation each, in ours one replace without path', () => {
      const recorded = operationsOf(named('Patch User - Replace Attributes Verbose Request')) as {
        op: string;
        path: string;
        value: unknown;
      }[];
      const ours = compliant(...recorded.map(({ path, value }) => change('replace', path, value))) as {
        path?: string;
        value: unknown;
      }[];
      const object = ours.find(({ path }) => path === undefined)?.value as Record<string, unknown>;
      const flat = Object.entries(object).map(([path, value]) => ({ op: 'replace', path, value }));
      const single = ours.filter(({ path }) => path !== undefined);
      const sort = (list: unknown[]): string[] => list.map((each) => JSON.stringify(each)).sort();
      expect(recorded.every(({ op, path }) => op === 'replace' && path !== '')).toBe(true);
      expect(sort([...single, ...flat].map(normal))).toEqual(sort(recorded.map(normal)));
    });

    test('the first member of a group: the validator replaces the list, we add to it', () => {
      const recorded = operationsOf(named('Patch Group - Add Member'));
      const id = idIn(JSON.stringify(recorded));
      expect(recorded).toEqual([{ op: 'replace', path: 'members', value: [{ value: id }] }]);
      expect(compliant(change('add', 'members', [id], true))).toEqual([
        { op: 'add', path: 'members', value: [{ value: id }] },
      ]);
    });

    test('a create of a user: it sends the manager, primary for every work element and for roles the text "True"; we send meta', () => {
      const body = named('Create a duplicate User').request.body as Record<
        string,
        { primary?: unknown; value?: string }[]
      > &
        Record<string, unknown>;
      const [email, phone, role] = [body.emails?.[0], body.phoneNumbers?.[0], body.roles?.[0]];
      const ours = buildCreate(
        [
          wire('userName', body.userName),
          wire('emails[type eq "work"].value', email?.value),
          wire('phoneNumbers[type eq "work"].value', phone?.value),
          wire('roles[primary eq "True"].value', role?.value),
          wire(`${enterpriseUser}:manager`, 'm'),
        ],
        'User',
      );
      expect([email?.primary, phone?.primary, role?.primary, 'meta' in body]).toEqual([
        true,
        true,
        'True',
        false,
      ]);
      expect(body[enterpriseUser]).toHaveProperty('manager');
      expect(ours).toEqual({
        schemas: body.schemas,
        userName: body.userName,
        emails: [{ type: 'work', primary: true, value: email?.value }],
        phoneNumbers: [{ type: 'work', value: phone?.value }],
        roles: [{ primary: true, value: role?.value }],
        meta: { resourceType: 'User' },
      });
    });

    test('a create of a group: it leaves members out, we send an empty list and meta', () => {
      const { body } = named('Create a new Group').request;
      expect(body).not.toHaveProperty('members');
      const ours = buildCreate(
        [wire('externalId', body?.externalId), wire('displayName', body?.displayName)],
        'Group',
      );
      expect(ours).toEqual({ ...body, members: [], meta: { resourceType: 'Group' } });
    });
  });
});

const normal = ({ path, value }: { path?: string; value: unknown }): unknown => ({ path, value });
