import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { scimPatch } from 'scim-patch';
import {
  buildCreate,
  buildPatch,
  type Dialect,
  type PatchChange,
  parseAttributePath,
  readAttribute,
} from '../../src/scim/index.js';
import { applyPatch } from '../../src/target/fixture/patch.js';
import { wire } from './wire-values.js';

// Every PATCH that we build, applied by the package scim-patch, which knows nothing of this tool, gives the resource that we
// predicted: each changed attribute holds its new value, and all others what they held. Source: RFC 7644 section 3.5.2.

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const acme = 'urn:ietf:params:scim:schemas:extension:Acme:2.0:User';
const texts = [
  'userName',
  'displayName',
  'externalId',
  'name.givenName',
  'name.familyName',
  'emails[type eq "work"].value',
  'emails[type eq "other"].value',
  'phoneNumbers[type eq "mobile"].value',
  'addresses[type eq "work"].postalCode',
  'addresses[type eq "work"].locality',
  `${enterprise}:department`,
  `${enterprise}:costCenter`,
  `${acme}:badge`,
];
const value = fc.string({ minLength: 1, unit: 'grapheme' });
/** For each attribute what the target holds and what it shall hold; null for nothing and for no change. */
const change = fc.record({ before: fc.option(value), after: fc.option(value) });
const plan = fc.record({
  texts: fc.array(change, { minLength: texts.length, maxLength: texts.length }),
  active: fc.record({ before: fc.option(fc.boolean()), after: fc.option(fc.boolean()) }),
});

interface Cell {
  readonly name: string;
  readonly before: string | boolean | null;
  readonly after: string | boolean | null;
}

/**
 * Where scim-patch is not asked, and why: it keeps the text "True" of the default dialect as it came, since it knows no schema
 * (RFC 7643 section 2.3.2 has a boolean); a server makes a boolean of it. So there the text is what it must hold.
 */
const held = ({ before, after }: Cell, dialect: Dialect): unknown => {
  if (typeof after === 'boolean')
    return dialect === 'default' && before !== after ? (after ? 'True' : 'False') : after;
  return after ?? before ?? undefined;
};

function toChanges(cells: readonly Cell[]): PatchChange[] {
  return cells.flatMap(({ name, before, after }) =>
    after === null || after === before
      ? []
      : [
          {
            ...wire(name, after),
            operation: before === null ? 'add' : 'replace',
            multivalued: false,
          } as const,
        ],
  );
}

const resourceOf = (cells: readonly Cell[]): Record<string, unknown> => ({
  ...buildCreate(
    cells.flatMap(({ name, before }) => (before === null ? [] : [wire(name, before)])),
    'User',
  ),
  id: 'u1',
});

test.each(['default', 'compliant'] as const)(
  'in the %s dialect scim-patch and the fixture target end where we predicted',
  (dialect) => {
    fc.assert(
      fc.property(plan, (drawn) => {
        const cells: Cell[] = [
          ...texts.map((name, index) => ({ name, ...drawn.texts[index]! })),
          { name: 'active', ...drawn.active },
        ];
        const changes = toChanges(cells);
        fc.pre(changes.length > 0);
        const body = buildPatch(changes, dialect) as { Operations: Parameters<typeof scimPatch>[1] };
        const patched = scimPatch(
          structuredClone(resourceOf(cells)) as unknown as Parameters<typeof scimPatch>[0],
          structuredClone(body.Operations),
        );
        const served = applyPatch(resourceOf(cells), body, false);
        for (const cell of cells) {
          const path = parseAttributePath(cell.name)!;
          expect([cell.name, readAttribute(patched, path)]).toEqual([cell.name, held(cell, dialect)]);
          expect([cell.name, readAttribute('raw' in served ? served.raw : undefined, path)]).toEqual([
            cell.name,
            held(cell, 'compliant'),
          ]);
        }
      }),
    );
  },
);

test('a strict server that has no element for a filter finds none in a replace either, so we never send one', () => {
  // RFC 7644 section 3.5.2.3: noTarget. `add` is what goes to an element that is not there (scim-client reference, 7.3).
  const [add] = toChanges([{ name: 'emails[type eq "work"].value', before: null, after: 'a' }]);
  expect(add?.operation).toBe('add');
  for (const dialect of ['default', 'compliant'] as const) {
    const { Operations } = buildPatch([add!], dialect) as { Operations: Parameters<typeof scimPatch>[1] };
    const strict = { mutateDocument: false, treatMissingAsAdd: false };
    const patched = scimPatch(
      { schemas: [], id: 'u1' } as unknown as Parameters<typeof scimPatch>[0],
      Operations,
      strict,
    );
    expect(readAttribute(patched, add!.path)).toBe('a');
  }
});

test('lists: scim-patch appends what we add, and takes the list of assertive roles in place of the old one', () => {
  const resource = { id: 'u1', roles: [{ value: 'old' }], tags: [{ value: 'a' }] };
  const role =
    '{"primary":false,"type":"WindowsAzureActiveDirectoryRole","display":"Editor","value":"Editor"}';
  for (const dialect of ['default', 'compliant'] as const) {
    const { Operations } = buildPatch(
      [
        { ...wire('tags', ['b']), operation: 'add', multivalued: true },
        { ...wire('roles', [role], 'assertiveRoles'), operation: 'replace', multivalued: true },
      ],
      dialect,
    ) as { Operations: Parameters<typeof scimPatch>[1] };
    const patched = scimPatch(
      structuredClone(resource) as unknown as Parameters<typeof scimPatch>[0],
      Operations,
    );
    expect(patched).toMatchObject({ tags: [{ value: 'a' }, { value: 'b' }], roles: [JSON.parse(role)] });
  }
});
