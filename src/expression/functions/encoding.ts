import { defineFunction } from './declaration.js';
import { optional, text, word } from './parameters.js';

type Encoding = 'Unicode' | 'UTF8' | 'ASCII';

/** .NET's encoders put U+FFFD in the place of half a surrogate pair. */
const wellFormed = (source: string): string => source.replace(/\p{Cs}/gu, '\uFFFD');

const toBase64 = defineFunction({
  name: 'ConvertToBase64',
  summary: 'The Base64 of a text in UTF-16, little end first.',
  parameters: [text('source')],
  result: 'text',
  basis: 'documented',
  examples: [
    {
      expression: 'ConvertToBase64("Hello world!")',
      expected: 'SABlAGwAbABvACAAdwBvAHIAbABkACEA',
      source: 'section 6, ConvertToBase64',
    },
  ],
  apply: (source) => Buffer.from(wellFormed(source), 'utf16le').toString('base64'),
});

const toHex = defineFunction({
  name: 'ConvertToUTF8Hex',
  summary: 'The bytes of a text in UTF-8, as upper case hexadecimal digits.',
  parameters: [text('source')],
  result: 'text',
  basis: 'documented',
  examples: [
    {
      expression: 'ConvertToUTF8Hex("Hello world!")',
      expected: '48656C6C6F20776F726C6421',
      source: 'section 6, ConvertToUTF8Hex',
    },
  ],
  apply: (source) => Buffer.from(wellFormed(source), 'utf8').toString('hex').toUpperCase(),
});

const fromBase64 = defineFunction({
  name: 'ConvertFromBase64',
  summary: 'The text of a Base64 in an encoding: Unicode (UTF-16), which is the default, UTF8 or ASCII.',
  parameters: [text('source'), optional(word<Encoding>('encoding', ['Unicode', 'UTF8', 'ASCII']))],
  result: 'text',
  basis: 'documented',
  source: 'Reference for writing expressions for attribute mappings in Microsoft Entra Cloud Sync',
  examples: [
    {
      expression: 'ConvertFromBase64("SABlAGwAbABvACAAdwBvAHIAbABkACEA")',
      expected: 'Hello world!',
      source: 'section 6, ConvertToBase64, the other way',
    },
    {
      expression: 'ConvertFromBase64("SmFuZQ==", UTF8)',
      expected: 'Jane',
      source: 'section 8, ConvertFromBase64',
    },
    {
      expression: 'ConvertFromBase64("SmFuZQ", UTF8)',
      expected: { error: true },
      source: 'section 8: padding',
    },
  ],
  apply: (source, encoding = 'Unicode', site) => {
    const bytes = readBase64(source);
    return bytes === undefined ? site.fail('expression/base64', { value: source }) : decode(bytes, encoding);
  },
});

/** The bytes of a Base64 as .NET's Convert.FromBase64String reads it: white space is ignored, padding is needed. */
export function readBase64(source: string): Buffer | undefined {
  const digits = source.replace(/[ \t\r\n]/g, '');
  const isBase64 = digits.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(digits);
  return isBase64 ? Buffer.from(digits, 'base64') : undefined;
}

function decode(bytes: Buffer, encoding: Encoding): string {
  if (encoding === 'ASCII') return bytes.toString('latin1').replace(/[\x80-\xFF]/g, '?');
  return new TextDecoder(encoding === 'UTF8' ? 'utf-8' : 'utf-16le', { ignoreBOM: true }).decode(bytes);
}

/** Functions of encodings. */
export const encodingFunctions = [toBase64, toHex, fromBase64];
