import { describe, expect, test } from '@jest/globals';
import { findWord, serviceWords } from '../../src/service-words/index.js';

describe('a word of the service', () => {
  // Source of the rule: errors reference, section 2 (prefixes, <br>, the rename accident); names of applications: section 1.
  test.each([
    ['NotEffectivelyEntitled', 'NotEffectivelyEntitled', ''],
    ['noteffectivelyentitled', 'NotEffectivelyEntitled', ''],
    ['ContosoEntryConflict', 'EntryConflict', 'Contoso'],
    [
      'System<br>ForCrossDomain<br>IdentityManagement<br>ServiceIncompatible',
      'SystemForCrossDomainIdentityManagementServiceIncompatible',
      '',
    ],
    [
      'ServiceIncompatibleFiltering',
      'SystemForCrossDomainIdentityManagementServiceIncompatibleFiltering',
      null,
    ],
    ['Microsoft Entra IDForbidden', 'AzureActiveDirectoryForbidden', ''],
    ['AzureActiveDirectoryTooManyRequests', 'TooManyRequests', 'AzureActiveDirectory'],
    ['AzureActiveDirectoryInvitationCreationFailure', 'InvitationCreationFailure', 'AzureActiveDirectory'],
    ['InvalidAttributeSyntax-LdapErr: DSID-0C090DA0', 'InvalidAttributeSyntax', ''],
    ['Active in source system', 'Active in the source system', ''],
    ['IsEffectivelyEntitledForProvisioning', 'User has the required role', ''],
    ['QuarantineOnDemand', 'QuarantinedOnDemand', ''],
    ['StagedAction', 'stagedDelete', ''],
  ])('%s is found as %s', (asked, word, prefix) => {
    const found = findWord(asked, serviceWords);
    expect(found?.word.word).toBe(word);
    if (prefix !== null) expect(found?.prefix).toBe(prefix);
  });

  test('what is in no table is not guessed', () => {
    for (const asked of ['', 'Conflicting', 'NoSuchCode', 'Code', '-'])
      expect([asked, findWord(asked, serviceWords)]).toEqual([asked, undefined]);
  });

  test('every spelling finds its own word', () => {
    for (const word of serviceWords)
      for (const spelling of [word.word, ...word.also])
        expect([spelling, findWord(spelling, serviceWords)?.word.word]).toEqual([spelling, word.word]);
  });
});
