import { type Entries, run, say } from '../entry.js';

/** What can be wrong with the way to a target and with the credentials for it. `target` is its host. */
export interface NetworkDiagnostics {
  'network/token-prefix': { target: string };
  'network/token-blanks': { target: string };
  'network/token-empty': { target: string };
  /** `expiredAt`: ISO 8601 */
  'network/token-expired': { target: string; expiredAt: string };
  'network/basic-challenge': { target: string };
  'network/bad-authority': { file: string; problem: string };
  /** `owner`: whose header it is */
  'network/reserved-header': { name: string; owner: 'transport' | 'credential' };
}

export const networkEntries: Entries<NetworkDiagnostics> = {
  'network/token-prefix': {
    title: 'Token with the word Bearer',
    severity: 'warning',
    blame: 'configuration',
    message: ({ target }) => `The token for ${target} begins with the word "Bearer"; it was left out.`,
    why: 'The service puts "Bearer" before the token by itself. A secret token entered with the word is sent with it twice, and refused.',
    advice: () => [
      say('Keep the token alone, here and in the secret token field of the portal.'),
      say('If the token works here and fails in the service, this is a likely reason.'),
    ],
    basis: 'observed',
  },
  'network/token-blanks': {
    title: 'Token with blanks around it',
    severity: 'warning',
    blame: 'configuration',
    message: ({ target }) => `The token for ${target} has blanks or line ends around it; they were left out.`,
    why: 'A token copied out of a mail or a terminal often brings a blank along. Whether the service drops it is not known.',
    advice: () => [say('Keep the token alone, here and in the secret token field of the portal.')],
    basis: 'assumed',
  },
  'network/token-empty': {
    title: 'Token is empty',
    severity: 'error',
    blame: 'configuration',
    message: ({ target }) =>
      `The token for ${target} is empty once blanks and the word "Bearer" are taken away.`,
    why: 'Nothing is left that could be sent.',
    advice: () => [
      say('Put the token where target.token points to.'),
      say('For a target without sign-in write auth: { kind: none }.'),
    ],
    basis: 'documented',
  },
  'network/token-expired': {
    title: 'Token has expired',
    severity: 'warning',
    blame: 'configuration',
    message: ({ target, expiredAt }) => `The token for ${target} says that it expired at ${expiredAt}.`,
    why: 'A JSON Web Token carries its own end ("exp", RFC 7519 section 4.1.4). Its signature is not checked, and the target decides.',
    advice: () => [
      say('Get a new token from the target, test it, and save it in the portal as well.'),
      say('Check the clock of this machine.'),
    ],
    service: () => ['SystemForCrossDomainIdentityManagementCredentialValidationFailure'],
    basis: 'documented',
  },
  'network/basic-challenge': {
    title: 'Target asks for a user name and a password',
    severity: 'warning',
    blame: 'configuration',
    message: ({ target }) => `${target} asks for a user name and a password (Basic), not for a bearer token.`,
    why: 'The challenge of a 401 names what a server accepts. The service does not support Basic for new applications.',
    advice: () => [
      say('configuration: write auth: { kind: basic, user: ..., password: { env: ... } }.'),
      say('target: accept a bearer token, which is what the service sends.'),
    ],
    basis: 'documented',
  },
  'network/bad-authority': {
    title: 'No certificate authority in the file',
    severity: 'error',
    blame: 'configuration',
    message: ({ file, problem }) => `${file} (target.tls.ca) cannot be used: ${problem}.`,
    why: 'The file holds the certificates of authorities to trust beside those that Node brings, in PEM form.',
    advice: ({ file }) => [
      say(
        'Export the certificate of the authority as PEM: text that begins with -----BEGIN CERTIFICATE-----.',
      ),
      run(`openssl x509 -inform der -in ${file} -out ca.pem`),
    ],
    basis: 'documented',
  },
  'network/reserved-header': {
    title: 'Header that cannot be set',
    severity: 'error',
    blame: 'configuration',
    message: ({ name, owner }) =>
      owner === 'transport'
        ? `The header ${name} is set by the connection itself.`
        : `The header ${name} is named under target.headers, and target.token or target.auth sets it as well.`,
    why: 'A header that is sent twice, or that contradicts the body, is read by every server in its own way.',
    advice: ({ owner }) => [
      say(
        owner === 'transport'
          ? 'Remove it from target.headers.'
          : 'Remove it from target.headers, or write auth: { kind: none }.',
      ),
    ],
    basis: 'documented',
  },
};
