import type { Answer } from '../exchanges/exchange.js';

/** A body as text, with what had to be put up with. */
export type DecodedBody = Pick<Answer, 'body' | 'charsetFault'>;

/** Decodes a body by the charset of its content type, else as UTF-8. Bytes that do not fit become U+FFFD, which is told. */
export function decodeBody(bytes: Uint8Array, contentType: string): DecodedBody {
  const [, charset = 'utf-8'] = /;\s*charset\s*=\s*["']?([^\s;"']+)/i.exec(contentType) ?? [];
  if (!isKnown(charset))
    return { body: new TextDecoder().decode(bytes), charsetFault: { kind: 'unknown', charset } };
  try {
    return { body: new TextDecoder(charset, { fatal: true }).decode(bytes) };
  } catch {
    return { body: new TextDecoder(charset).decode(bytes), charsetFault: { kind: 'unfit', charset } };
  }
}

function isKnown(charset: string): boolean {
  try {
    return new TextDecoder(charset).encoding !== '';
  } catch {
    return false;
  }
}
