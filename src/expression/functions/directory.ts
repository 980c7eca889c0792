import { defineFunction } from './declaration.js';
import { readBase64 } from './encoding.js';
import { number, text } from './parameters.js';

const cloudSync = 'Reference for writing expressions for attribute mappings in Microsoft Entra Cloud Sync';

const dnComponent = defineFunction({
  name: 'DNComponent',
  summary: 'The value of one component of a distinguished name, counted from 1 from the left.',
  parameters: [text('dn'), number('n')],
  result: 'text',
  basis: 'documented',
  source: cloudSync,
  examples: [
    { expression: 'DNComponent("cn=Joe,ou=Sales", 2)', expected: 'Sales', source: 'section 8, DNComponent' },
    {
      expression: 'DNComponent("cn=Joe", 2)',
      expected: { error: true },
      source: 'decided, as Item out of bounds',
    },
  ],
  apply: (dn, n, site) => {
    const components = splitName(dn);
    const component = components[Number(n) - 1];
    return component === undefined
      ? site.fail('expression/position', { position: String(n), count: components.length })
      : unescapeValue(component.slice(component.indexOf('=') + 1).trim());
  },
});

/** Cuts a distinguished name at its commas; one after a backslash or in quotes belongs to a value (RFC 4514). */
function splitName(dn: string): readonly string[] {
  return dn === ''
    ? []
    : [...dn.matchAll(/(?:\\[\s\S]|"[^"]*"|[^,;\\"]|["\\])+/g)].map(([component]) => component);
}

function unescapeValue(value: string): string {
  const plain = value.startsWith('"') && value.endsWith('"') && value.length > 1 ? value.slice(1, -1) : value;
  return plain
    .replace(/(?:\\[0-9A-Fa-f]{2})+/g, (bytes) =>
      Buffer.from(bytes.replaceAll('\\', ''), 'hex').toString('utf8'),
    )
    .replace(/\\([\s\S])/g, '$1');
}

const stringFromSid = defineFunction({
  name: 'StringFromSid',
  summary: 'The text form of a security identifier, which is given as the Base64 of its bytes.',
  parameters: [text('bytes')],
  result: 'text',
  basis: 'assumed',
  source: cloudSync,
  examples: [
    {
      expression: 'StringFromSid("AQIAAAAAAAUgAAAAIAIAAA==")',
      expected: 'S-1-5-32-544',
      source: 'the well-known SID of BUILTIN\\Administrators; form: MS-DTYP 2.4.2',
    },
  ],
  apply: (bytes, site) => {
    const sid = readBase64(bytes);
    const written = sid === undefined ? undefined : writeSid(sid);
    return written ?? site.fail('expression/sid', { value: bytes });
  },
});

/** MS-DTYP 2.4.2: revision, count, authority with the big end first, then the parts with the little end first. */
function writeSid(sid: Buffer): string | undefined {
  if (sid.length < 8 || sid[0] !== 1) return undefined;
  const count = sid.readUInt8(1);
  if (count > 15 || sid.length !== 8 + 4 * count) return undefined;
  const authority = sid.readUIntBE(2, 6);
  const shown = authority < 2 ** 32 ? String(authority) : `0x${authority.toString(16).padStart(12, '0')}`;
  const parts = Array.from({ length: count }, (_, index) => sid.readUInt32LE(8 + 4 * index));
  return ['S-1', shown, ...parts].join('-');
}

const defaultDomain = defineFunction({
  name: 'DefaultDomain',
  summary: 'The default domain of the tenant. An evaluation here does not know it and fails.',
  parameters: [],
  result: 'text',
  nulls: 'no arguments',
  basis: 'assumed',
  source: 'Microsoft Graph, synchronizationSchema: functions (name of the function)',
  examples: [
    {
      expression: 'DefaultDomain()',
      expected: { error: true },
      source: 'decided: no attribute of the object holds it',
    },
  ],
  apply: (site) => site.fail('expression/default-domain', {}),
});

/** Functions of directory data: names, identifiers, the tenant. */
export const directoryFunctions = [dnComponent, stringFromSid, defaultDomain];
