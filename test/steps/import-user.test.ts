import { describe, expect, test } from '@jest/globals';
import { convertGuestName } from '../../src/steps/import-user/guest-name.js';
import { readSourceAttribute } from '../../src/source/source-names.js';

const user = {
  id: '1',
  userPrincipalName: 'alice@contoso.com',
  businessPhones: ['+43 1 5550'],
  mobilePhone: '+43 660 1',
  faxNumber: '+43 1 5559',
  officeLocation: 'Vienna',
  onPremisesSyncEnabled: true,
  onPremisesImmutableId: 'immutable',
  externalUserState: 'Accepted',
  onPremisesExtensionAttributes: { extensionAttribute1: 'one', extensionAttribute15: 'fifteen' },
  employeeOrgData: { costCenter: 'CC', division: 'D' },
  manager: { id: '2', displayName: 'Mona' },
  extension_0123456789abcdef0123456789abcdef_badge: 'B-7',
  employeeId: null,
};

describe('a source attribute is read from Microsoft Graph by the name of the schema', () => {
  // Expected values: the reference on the synchronizationSchema, 6.1 and 6.2.
  test.each([
    ['objectId', '1'],
    ['telephoneNumber', '+43 1 5550'],
    ['mobile', '+43 660 1'],
    ['mobilePhone', '+43 660 1'],
    ['facsimileTelephoneNumber', '+43 1 5559'],
    ['physicalDeliveryOfficeName', 'Vienna'],
    ['dirSyncEnabled', true],
    ['immutableId', 'immutable'],
    ['userState', 'Accepted'],
    ['extensionAttribute1', 'one'],
    ['extensionAttribute15', 'fifteen'],
    ['employeeOrgData.costCenter', 'CC'],
    ['manager', '2'],
    ['originalUserPrincipalName', 'alice@contoso.com'],
    ['extension_0123456789abcdef0123456789abcdef_badge', 'B-7'],
    ['employeeId', null],
  ])('%s', (name, value) => {
    expect(readSourceAttribute(user, name)).toMatchObject({ value, readable: true, probablyMeant: null });
  });

  test.each([
    'mail',
    'extensionAttribute2',
    'telephoneNumber',
    'passwordProfile.password',
    'thumbnailPhoto',
    'deletionTimestamp',
  ])('a known name without a value has none: %s', (name) => {
    expect(readSourceAttribute({ id: '1' }, name)).toMatchObject({
      value: undefined,
      readable: true,
      probablyMeant: null,
    });
  });

  test('a name in other letters is not read, and what was probably meant is named', () => {
    const name = 'extension_0123456789abcdef0123456789abcdef_Badge';
    expect(readSourceAttribute(user, name)).toMatchObject({
      value: undefined,
      readable: false,
      probablyMeant: 'extension_0123456789abcdef0123456789abcdef_badge',
    });
  });

  test.each(['samAccountName', 'nonsense', 'extensionAttribute16', 'constructor', '__proto__'])(
    'a name that Graph does not know is not readable: %s',
    (name) => {
      expect(readSourceAttribute(user, name)).toMatchObject({
        value: undefined,
        readable: false,
        probablyMeant: null,
      });
    },
  );
});

describe('the user principal name of a guest', () => {
  // Expected values: the reference on the pipeline, 4.2.
  test.each([
    ['kira_fabrikam.com#EXT#@contoso.onmicrosoft.com', { name: 'kira@fabrikam.com', converted: true }],
    [
      'kira_kovac_fabrikam.com#EXT#@contoso.onmicrosoft.com',
      { name: 'kira_kovac@fabrikam.com', converted: true },
    ],
    ['kira_fabrikam.com#ext#@contoso.onmicrosoft.com', { name: 'kira@fabrikam.com', converted: true }],
    ['kira#EXT#@contoso.onmicrosoft.com', { name: 'kira#EXT#@contoso.onmicrosoft.com', converted: false }],
    ['alice@contoso.com', undefined],
  ])('%s', (from, to) => {
    expect(convertGuestName(from)).toEqual(to);
  });
});

describe('a directory extension that the user does not have', () => {
  const extension = (name: string): string => `extension_0123456789abcdef0123456789abcdef_${name}`;
  const other = 'extension_fedcba9876543210fedcba9876543210_badge';

  // "Sync extension attributes for app provisioning": extension_<appId without dashes>_<name>, case-sensitive.
  test.each([
    ['of another application', other, extension('badge'), false, true],
    ['misspelt', extension('bagde'), extension('badge'), false, true],
    ['that is simply empty', extension('costCenter'), null, true, true],
    ['without the id of an application', 'extension_badge', extension('badge'), false, false],
    ['whose name cannot be one', 'extension_costCenter', null, false, false],
  ])('%s', (_name, name, probablyMeant, readable, isWellFormed) => {
    expect(readSourceAttribute(user, name)).toEqual({
      value: undefined,
      readable,
      probablyMeant,
      isExtension: true,
      isWellFormed,
    });
  });

  test('with another number is another extension', () => {
    const numbered = { id: '1', [extension('region1')]: 'AT' };
    expect(readSourceAttribute(numbered, extension('region2'))).toMatchObject({
      probablyMeant: null,
      readable: true,
    });
  });

  test('a known name in other letters is named, also where the user has no value for it', () => {
    expect(readSourceAttribute({ id: '1' }, 'givenname')).toMatchObject({
      probablyMeant: 'givenName',
      readable: false,
    });
  });
});
