/** A body as text, with what had to be put up with. */
export interface DecodedBody {
  readonly body: string;
  readonly note?: string;
}

/** Decodes a body by the charset of its content type, else as UTF-8. Bytes that do not fit become U+FFFD, with a note. */
export function decodeBody(bytes: Uint8Array, contentType: string): DecodedBody {
  const [, charset = 'utf-8'] = /;\s*charset\s*=\s*["']?([^\s;"']+)/i.exec(contentType) ?? [];
  if (!isKnown(charset)) {
    const note = `its charset ${charset} is not known; it was read as UTF-8`;
    return { body: new TextDecoder().decode(bytes), note };
  }
  try {
    return { body: new TextDecoder(charset, { fatal: true }).decode(bytes) };
  } catch {
    const note = `its bytes are not ${charset.toUpperCase()}; those that do not fit were replaced`;
    return { body: new TextDecoder(charset).decode(bytes), note };
  }
}

function isKnown(charset: string): boolean {
  try {
    return new TextDecoder(charset).encoding !== '';
  } catch {
    return false;
  }
}
