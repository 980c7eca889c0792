import { describe, expect, test } from '@jest/globals';
import { quirks } from '../../src/target/fixture/quirks/index.js';
import { contoso } from '../provision/contoso.js';
import { idsOf, openContoso, verify } from './contoso-target.js';
import { cases } from './quirk-cases.js';

describe('a target with a quirk: the requirement that is not met is named', () => {
  test('every quirk has its case', () => {
    expect(cases.map(({ quirk }) => quirk).sort()).toEqual(Object.keys(quirks).sort());
  });

  test.each(cases)('$quirk ($source)', async (each) => {
    const { quirk, fail, warning = [], codes, outcome = 'fail', left = [] } = each;
    const target = openContoso([quirk]);
    const before = target.kept();
    const verification = await verify(target);
    const found = verification.requirements.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code));
    expect({
      fail: idsOf(verification, 'fail'),
      warning: idsOf(verification, 'warning'),
      codes: [...new Set(found)],
      outcome: verification.outcome.status,
      left: verification.leftBehind.map(({ id }) => id),
      kept: target.kept().filter((account) => !left.includes((account as { id: string }).id)),
    }).toEqual({ fail, warning, codes, outcome, left, kept: before });
  });

  test('with the flag on the tenant URL, text booleans are a warning of the other dialect', async () => {
    const verification = await verify(openContoso(['rejectTextBooleans']), { cycleDialect: 'compliant' });
    expect([idsOf(verification, 'fail'), idsOf(verification, 'warning')]).toEqual([[], ['defaultDialect']]);
  });
});

describe('what the bundled mapping or dialect does not meet', () => {
  // scim-client 4: such a filter is what the client sends where mail is matched on; 12: test, 400.
  test('a refused filter with brackets fails the probe where mail is matched on', async () => {
    const matching = contoso.flows.filter(({ target }) => target === 'emails[type eq "work"].value');
    const verification = await verify(openContoso(['filteredQueryRefused']), {
      job: { ...contoso, matching },
    });
    expect(idsOf(verification, 'fail')).toEqual(['probe']);
  });

  // scim-client 7.2, where cycles speak the flag's dialect; 7.2 and 8: filtered paths and `active` keep a path of their own.
  test.each(['rejectPathlessReplace', 'flatKeysIgnored'])(
    '%s fails with the flag on the tenant URL',
    async (quirk) => {
      const verification = await verify(openContoso([quirk]), { cycleDialect: 'compliant' });
      expect(idsOf(verification, 'fail')).toEqual(['compliantDialect']);
    },
  );

  // errors 4: a login page or a wrong path; such an answer shows no token to be good.
  test.each(['signInPage', 'emptyListAs404'])(
    '%s does not show that credentials are accepted',
    async (quirk) => {
      const verification = await verify(openContoso([quirk]));
      expect(idsOf(verification, 'pass')).not.toContain('credentials');
    },
  );
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
