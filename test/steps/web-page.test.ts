import { expect, test } from '@jest/globals';
import { leadsToSignIn, readWebPage } from '../../src/steps/test-connection/web-page.js';

// The pages are made up after those that public threads on failed connection tests quote.
test.each([
  ['JSON', 'application/scim+json', '{"detail":"sign in"}', undefined],
  ['nothing', 'text/html', '', undefined],
  [
    'a form with a password',
    'text/html; charset=utf-8',
    '<html><form><input type="password"></form></html>',
    'signIn',
  ],
  [
    'a form of single sign-on',
    'text/html',
    '<html><input type="hidden" name="SAMLRequest"></html>',
    'signIn',
  ],
  ['a page that says so', 'text/html', '<title>Log in to Contoso</title>', 'signIn'],
  ['a page without a media type', '', '<!DOCTYPE html><title>Sign in</title>', 'signIn'],
  ['a firewall', 'text/html', '<title>Attention Required! | Cloudflare</title>', 'firewall'],
  ['a refusal of a firewall', 'text/html', 'Your request was blocked. Reference #18.2', 'firewall'],
  ['any other page', 'text/html', '<title>404 Not Found</title>', 'other'],
])('whose web page it is: %s', (_name, type, body, page) => {
  expect(readWebPage({ status: 200, headers: type === '' ? {} : { 'content-type': type }, body })).toBe(page);
});

test.each([
  ['https://login.microsoftonline.com/common/oauth2/authorize', true],
  ['/account/sign-in?next=/scim', true],
  ['https://eu.contoso.com/scim/Users', false],
])('whether a redirect leads to a sign-in: %s', (location, leads) => {
  expect(leadsToSignIn(location)).toBe(leads);
});
