import type { TlsFault } from '../../exchanges/exchange.js';
import { type Advice, run, say } from '../entry.js';
import type { ConnectionDiagnostics } from './connection.js';

const byKind: Readonly<Record<string, readonly Advice[]>> = {
  refused: [
    say('configuration: check host and port of target.url; nothing listens there.'),
    say('target: check that the service runs.'),
  ],
  dns: [
    say('configuration: check the host name of target.url, letter by letter.'),
    say('network: a name that only an internal name server knows needs its VPN; Entra cannot reach it.'),
  ],
  timeout: [
    say('network: let this machine through the firewall before the target; it drops packets silently.'),
    say('target: check its load; then allow more time with --timeout.'),
  ],
  proxy: [
    say('configuration: check HTTPS_PROXY (host, port, user name and password).'),
    say('Or go around the proxy: add the host of the target to NO_PROXY.'),
  ],
  reset: [say('network: look into the log of the target, or of a proxy or load balancer before it.')],
  offline: [say('Run without --offline.')],
  tooLarge: [say('target: honour the filter; an unfiltered list is the usual reason for such an answer.')],
  aborted: [say('Run again; the request was stopped before its answer came.')],
  signIn: [
    say('configuration: check clientId, clientSecret and scope under target.auth.'),
    say('configuration: check tokenUrl. Nothing was sent to the target itself.'),
  ],
  unreadable: [say('configuration: check the port of target.url; what listens there does not speak HTTP.')],
};

/** @param kind as `NoAnswer` has it */
export const adviseOnNoAnswer = (kind: string): readonly Advice[] =>
  byKind[kind] ?? [say('Check the target URL and the way to it.')];

const showChain = (target: string): Advice =>
  run(`openssl s_client -showcerts -connect ${target.includes(':') ? target : `${target}:443`} </dev/null`);
const nameAuthority = say(
  'configuration: or name a private authority in target.tls.ca, or in NODE_EXTRA_CA_CERTS; Entra trusts public ones alone.',
);

/** @param target host, with the port where it is not the usual one */
export function adviseOnCertificate(fault: TlsFault, target: string): readonly Advice[] {
  switch (fault) {
    case 'incompleteChain':
      return [
        say('target: send the intermediate certificate too; only browsers fetch it.'),
        nameAuthority,
        showChain(target),
      ];
    case 'untrustedIssuer':
    case 'privateAuthority':
      return [nameAuthority, showChain(target)];
    case 'selfSigned':
      return [
        say('target: use a certificate of a public authority; Entra accepts no other.'),
        say('configuration: to go on here, name the certificate itself in target.tls.ca.'),
      ];
    case 'expired':
      return [say('target: renew the certificate.'), showChain(target)];
    case 'notYetValid':
      return [say('Check the clock of this machine.'), say('target: check the dates of the certificate.')];
    case 'revoked':
      return [say('target: replace the certificate.')];
    case 'wrongHost':
      return [
        say('configuration: use a host name in target.url that the certificate is for.'),
        say('target: get a certificate that names this host.'),
      ];
    case 'noTls':
      return [say('configuration: check the port of target.url; plain http may answer there.')];
    case 'version':
      return [say('target: offer TLS 1.2 or 1.3; Entra needs TLS 1.2 as well.')];
    case 'clientCertificate':
      return [say('target: accept the token alone; Entra sends no client certificate.')];
    case 'other':
      return [showChain(target)];
  }
}

/** After a 401 or 403. */
export function adviseOnCredential(args: ConnectionDiagnostics['connection/unauthorized']): Advice[] {
  const { status, challenge, detail, sent, wantsPassword, expiredAt, isInteractive } = args;
  const hasExpired =
    expiredAt !== null || /(?<!\bor )\bexpired\b/i.test(`${challenge ?? ''} ${detail ?? ''}`);
  const advice: Advice[] = [];
  if (isInteractive) {
    advice.push(
      say(
        'portal: stop the provisioning job before you provision on demand; this application signs in interactively (OAuth).',
      ),
    );
  }
  if (status === 403) {
    advice.push(
      say('target: give the owner of the token the right to read and write users.'),
      say('target: if only some addresses are let in, add the one of this machine, and those of Entra.'),
    );
  } else if (wantsPassword) {
    advice.push(
      say('configuration: write auth: { kind: basic, user: ..., password: { env: ... } }.'),
      say('target: accept a bearer token. Entra offers no Basic for new applications.'),
    );
  } else if (!sent) {
    advice.push(say('configuration: put the secret token into target.token; none was sent.'));
  } else if (hasExpired) {
    advice.push(
      say(
        `target: get a new secret token; this one has expired${expiredAt === null ? '' : ` (${expiredAt})`}.`,
      ),
      say('Save the new token in the portal as well, and test the connection there.'),
    );
  } else {
    advice.push(
      say('target: get a new secret token and put it into the configuration.'),
      say('Check that the token belongs to this service: production and sandbox have their own.'),
    );
  }
  return challenge === null ? advice : [...advice, say(`The target asks for: ${challenge}`)];
}
