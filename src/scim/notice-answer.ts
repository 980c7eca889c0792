import { diagnose, type Diagnostic } from '../diagnostics/diagnostic.js';
import type { Exchange } from '../exchanges/exchange.js';
import { parseJson } from './scim-error.js';

const jsonTypes = ['application/scim+json', 'application/json'];

/**
 * What an answer has against it that the real client may put up with: JSON that says it is something else, and a charset that its
 * bytes do not fit. An answer that cannot be used at all is `diagnoseAnswer`'s.
 *
 * Source: "Tutorial: develop a SCIM endpoint" asks for application/scim+json; that application/json works is assumed, and so
 * common that a warning would be noise. RFC 7644 section 3.1 and RFC 8259 section 8.1 for the charset.
 */
export function noticeAnswer({ request, answer }: Exchange): readonly Diagnostic[] {
  if (answer === undefined) return [];
  const { status, headers, body, charsetFault } = answer;
  const what = `${request.method} ${request.path.split('?', 1)[0] ?? ''}`;
  const diagnostics: Diagnostic[] = [];
  const [mediaType = ''] = (headers['content-type'] ?? '').split(';', 1);
  const found = mediaType.trim().toLowerCase();
  const isJson = status >= 200 && status <= 299 && parseJson(body) !== undefined;
  if (isJson && !jsonTypes.includes(found))
    diagnostics.push(diagnose('answer/media-type', { request: what, found: found === '' ? null : found }));
  if (charsetFault !== undefined)
    diagnostics.push(diagnose('answer/charset', { request: what, ...charsetFault }));
  return diagnostics;
}
