import { aadstsNumbers } from '../../diagnostics/aadsts.js';
import { catalogue } from '../../diagnostics/catalogue.js';
import { listWords } from '../service-word.js';

/**
 * Numbers of the token service, and the OAuth errors of a device code. Source: "Microsoft Entra authentication and authorization
 * error codes"; RFC 8628 section 3.5.
 */
export const signInNumbers = listWords('error of the token service', { steps: [2], who: ['configuration'] }, [
  ...Array.from(aadstsNumbers, ([number, { code, basis }]) => ({
    word: `AADSTS${String(number)}`,
    also: [String(number)],
    meaning: `${catalogue[code].title}. ${catalogue[code].why}`,
    tell: `Look it up at https://login.microsoftonline.com/error?code=${String(number)} and see our words for it.`,
    basis,
    ours: [code],
  })),
  {
    word: 'authorization_declined',
    meaning: 'The person at the browser declined the sign-in by device code.',
    tell: 'Run again and accept, or use another way to sign in.',
    ours: ['sign-in/device-code-declined'],
  },
  {
    word: 'expired_token',
    meaning: 'The device code was not entered in time.',
    tell: 'Run again and enter the new code.',
    ours: ['sign-in/device-code-expired'],
  },
]);
