import { describe, expect, test } from '@jest/globals';
import { findConnectorLimit } from '../../src/schema/index.js';

// Source: pipeline reference, section 11; template and directory names: schema reference, 3.8 and 5.
describe('an application with a limit on demand is recognised', () => {
  test.each([
    ['aWSSingleSignon', 'noOnDemand', 'AWS'],
    ['AWSSingleSignon', 'noOnDemand', 'AWS'],
    ['Workday', 'noOnDemand', 'Workday'],
    ['SAP SuccessFactors', 'noOnDemand', 'SuccessFactors'],
    ['gsuite', 'oauthGrant', 'G Suite'],
    ['BoxOutDelta', 'oauthGrant', 'Box'],
    ['Box', 'oauthGrant', 'Box'],
    ['Workplace by Facebook', 'oauthGrant', 'Workplace by Facebook'],
    ['Slack', 'oauthGrant', 'Slack'],
  ])('%s', (name, kind, connector) => {
    expect(findConnectorLimit(['Microsoft Entra ID', name])).toEqual({ kind, connector });
  });

  test.each(['customappsso', 'scim', 'salesforce.com', 'Boxever', 'Azure Active Directory', ''])(
    '%s has none',
    (name) => {
      expect(findConnectorLimit([name])).toBeUndefined();
    },
  );
});
