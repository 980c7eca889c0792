import { promisify } from 'node:util';
import { isNativeError } from 'node:util/types';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import type { NoAnswer } from '../exchanges/exchange.js';

/** A body as bytes, or why it cannot be had. */
export type BodyBytes = { readonly bytes: Uint8Array } | { readonly noAnswer: NoAnswer };

type Unpack = (packed: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>;

const unpackers: ReadonlyMap<string, Unpack> = new Map<string, Unpack>([
  ['gzip', promisify(gunzip)],
  ['x-gzip', promisify(gunzip)],
  ['deflate', promisify(inflate)],
  ['br', promisify(brotliDecompress)],
]);

/** Reads a body up to a number of bytes, and ends the connection where there is more. */
export async function readBody(
  body: AsyncIterable<Uint8Array>,
  host: string,
  limit: number,
): Promise<BodyBytes> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body) {
    length += piece.length;
    if (length > limit) return tooLarge(host, limit);
    pieces.push(piece);
  }
  return { bytes: Buffer.concat(pieces) };
}

/**
 * Undoes the content encodings of a body, the last first (RFC 9110 section 8.4). None is asked for; some servers compress
 * all the same. More than `limit` bytes are not unpacked.
 */
export async function unpackBody(
  packed: Uint8Array,
  contentEncoding: string,
  host: string,
  limit: number,
): Promise<BodyBytes> {
  const encodings = contentEncoding.toLowerCase().split(/[\s,]+/);
  let bytes = packed;
  for (const encoding of encodings.reverse()) {
    if (bytes.length === 0 || encoding === '' || encoding === 'identity') continue;
    const unpack = unpackers.get(encoding);
    if (unpack === undefined) return unreadable(`${host} compressed its answer as ${encoding}`);
    try {
      bytes = await unpack(bytes, { maxOutputLength: limit });
    } catch (error) {
      const isTooLarge = isNativeError(error) && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
      return isTooLarge ? tooLarge(host, limit) : unreadable(`the answer of ${host} is no ${encoding} data`);
    }
  }
  return { bytes };
}

const unreadable = (message: string): BodyBytes => ({ noAnswer: { kind: 'unreadable', message } });

const tooLarge = (host: string, limit: number): BodyBytes => ({
  noAnswer: {
    kind: 'tooLarge',
    message: `the answer of ${host} is larger than the ${limit.toLocaleString('en')} bytes that are read`,
  },
});
