/**
 * Whether a host name is this machine itself, so that nothing sent to it can be read on the way.
 * Source: RFC 1122 section 3.2.1.3 (127/8), RFC 4291 section 2.5.3 (::1), RFC 6761 section 6.3 (localhost).
 */
export function isLoopback(hostname: string): boolean {
  return /^(?:127\.\d+\.\d+\.\d+|\[::1\]|(?:.+\.)?localhost)\.?$/i.test(hostname);
}
