import type { Exchange } from './exchange.js';

/**
 * Whether a target refused a request because it wants a user name and a password and was given neither: 401 with a Basic
 * challenge and no Bearer one (RFC 9110 section 11.6.1), answering a request with a bearer token or without a credential.
 */
export function asksForPassword({ answer, requestHeaders }: Exchange): boolean {
  if (answer?.status !== 401) return false;
  const wanted = readSchemes(answer.headers['www-authenticate'] ?? '');
  const [sent = ''] = (requestHeaders.authorization ?? '').toLowerCase().split(' ', 1);
  return sent !== 'basic' && wanted.includes('basic') && !wanted.includes('bearer');
}

/** The schemes of a WWW-Authenticate header in small letters. Parameters follow them, separated by commas as well. */
function readSchemes(challenge: string): readonly string[] {
  const withoutTexts = challenge.replace(/"(?:[^"\\]|\\.)*"/g, '""');
  const schemes = withoutTexts.matchAll(/(?:^|,)\s*([\w!#$%&'*+.^`|~-]+)(?=\s+[^\s=]|\s*(?:,|$))/g);
  return [...schemes].map(([, scheme = '']) => scheme.toLowerCase());
}
