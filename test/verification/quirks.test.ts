import { describe, expect, test } from '@jest/globals';
import type { QuirkName } from '../../src/target/fixture/quirks/index.js';
import { idsOf, openContoso, verify } from './contoso-target.js';

interface Case {
  readonly quirk: QuirkName;
  readonly fail: readonly string[];
  readonly warning?: readonly string[];
  readonly codes: readonly string[];
  readonly outcome?: string;
  readonly source: string;
}

// Each quirk is a way in which servers are wrong; what it means to the service stands in the references named.
const cases: readonly Case[] = [
  {
    quirk: 'filterIgnored',
    fail: ['filter'],
    codes: ['match/filter-ignored'],
    source: 'pipeline 3 (200 with resources: success and warning) and 6.2 (never update a stranger)',
  },
  {
    quirk: 'caseSensitiveFilter',
    fail: ['letterCase'],
    codes: ['verification/letter-case'],
    source: 'RFC 7643 section 4.1.1 (userName has no letter case); errors 2, ServiceIncompatibleFiltering',
  },
  {
    quirk: 'stringBooleans',
    fail: ['attributeTypes'],
    codes: ['answer/wrong-shape'],
    source: 'scim-client 11: active boolean',
  },
  {
    quirk: 'strictPatchNoTarget',
    fail: ['filteredPath'],
    codes: ['action/rejected'],
    source: 'scim-client 7.3: Add with a filtered path on an element that does not exist creates it',
  },
  {
    quirk: 'hideInactive',
    fail: ['disabledReturned'],
    codes: ['verification/hides-disabled'],
    source: 'scim-client 8 and 11: disabled users returned',
  },
  {
    quirk: 'normalisePhone',
    fail: [],
    warning: ['valuesKept'],
    codes: ['action/value-not-kept'],
    outcome: 'warning',
    source: 'scim-client 11: update on every cycle',
  },
  {
    quirk: 'dropAttributes',
    fail: [],
    warning: ['valuesKept'],
    codes: ['action/value-not-kept'],
    outcome: 'warning',
    source: 'scim-client 11: update on every cycle',
  },
  {
    quirk: 'emptyListAs404',
    fail: ['probe'],
    codes: ['connection/not-found'],
    source: 'scim-client 12: test, 404',
  },
  {
    quirk: 'unauthorized',
    fail: ['credentials'],
    codes: ['connection/unauthorized'],
    outcome: 'refused',
    source: 'scim-client 12: test, 401',
  },
  {
    quirk: 'rejectCreate',
    fail: ['create'],
    codes: ['action/rejected'],
    source: 'scim-client 12: POST, 400',
  },
  {
    quirk: 'conflictOnCreate',
    fail: ['create'],
    codes: ['action/conflict'],
    source: 'scim-client 12: POST, 409',
  },
  {
    quirk: 'serverError',
    fail: ['create'],
    codes: ['action/server-error'],
    source: 'scim-client 12: any, 500',
  },
  {
    quirk: 'noBodyOnWrite',
    fail: ['create'],
    codes: ['action/created-without-answer'],
    source: 'scim-client 5: 201 with the resource; its id is taken',
  },
  {
    quirk: 'managerAsText',
    fail: ['attributeTypes'],
    codes: ['answer/wrong-shape'],
    source: 'scim-client 9: the client writes a string and can only read the object',
  },
  {
    quirk: 'rejectTextBooleans',
    fail: ['disable'],
    codes: ['action/rejected'],
    source: 'scim-client 7.2 and 8: the default dialect sends the text "False"',
  },
];

describe('a target with a quirk: the requirement that is not met is named', () => {
  test.each(cases)('$quirk ($source)', async ({ quirk, fail, warning = [], codes, outcome = 'fail' }) => {
    const target = openContoso([quirk]);
    const before = target.kept();
    const verification = await verify(target);
    const found = verification.requirements.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code));
    expect({
      fail: idsOf(verification, 'fail'),
      warning: idsOf(verification, 'warning'),
      codes: [...new Set(found)],
      outcome: verification.outcome.status,
      left: verification.leftBehind,
      kept: target.kept(),
    }).toEqual({ fail, warning, codes, outcome, left: [], kept: before });
  });

  test('with the flag on the tenant URL, text booleans are a warning of the other dialect', async () => {
    const verification = await verify(openContoso(['rejectTextBooleans']), { cycleDialect: 'compliant' });
    expect([idsOf(verification, 'fail'), idsOf(verification, 'warning')]).toEqual([[], ['defaultDialect']]);
  });
});

describe('a target without quirks', () => {
  test('meets everything that the mapping concerns, and keeps nothing of the verification', async () => {
    const target = openContoso();
    const before = target.kept();
    const verification = await verify(target);
    expect(verification.outcome.status).toBe('pass');
    // The bundled schema maps no groups, and a fixture declares no schemas.
    expect(idsOf(verification, 'notTested')).toEqual(['groups', 'schemas']);
    expect(target.kept()).toEqual(before);
  });

  test('every pass has an exchange or a remark as evidence', async () => {
    const { requirements, exchanges } = await verify(openContoso());
    const ids = new Set(exchanges.map(({ id }) => id));
    for (const { id, evidence, exchanges: own } of requirements) {
      expect([id, evidence.length > 0, own.every((each) => ids.has(each))]).toEqual([id, true, true]);
    }
  });
});
