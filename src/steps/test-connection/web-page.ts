import type { Answer } from '../../exchanges/exchange.js';

/** Whose web page came instead of an answer of SCIM. */
export type WebPage = 'signIn' | 'firewall' | 'other';

const passwordField = /<input[^>]+type=["']?password|SAMLRequest|login\.microsoftonline\.com/i;
const ofFirewall =
  /web application firewall|\bWAF\b|firewall|access denied|(?:request|you) (?:was|were|has been|have been)? ?(?:blocked|rejected)|attention required|cloudflare|incapsula|imperva|captcha|reference #|support id|security policy/i;
const ofSignIn = /\b(?:sign|log)[ -]?(?:in|on)\b/i;

/**
 * Tells the page to sign in from the one of a firewall; undefined for an answer that is no web page.
 * Source: assumed; the words are those of pages that public threads on failed connection tests quote.
 */
export function readWebPage({ headers, body }: Answer): WebPage | undefined {
  const isHtml =
    (headers['content-type'] ?? '').includes('html') || /^\s*<(!doctype|html|head|body)/i.test(body);
  if (!isHtml || body.trim() === '') return undefined;
  if (passwordField.test(body)) return 'signIn';
  if (ofFirewall.test(body)) return 'firewall';
  return ofSignIn.test(body) ? 'signIn' : 'other';
}

/** Whether a redirect leads to where people sign in. */
export const leadsToSignIn = (location: string): boolean =>
  /log[-_]?[io]n|sign[-_]?[io]n|\bsso\b|oauth|authorize|saml|adfs/i.test(location);
