/** Parts of a request's path, encoded. Source: graph-api reference, sections 3 and 4.4. */

/** A key in a path: `/users/{key}`. The mark of a guest, `#`, would otherwise end the path. */
export const segment = (key: string): string => encodeURIComponent(key);

/** The path of a user by id or user principal name. One that begins with `$` is taken for an option unless it stands in quotes. */
export const userPath = (key: string): string =>
  key.startsWith('$') ? `/users(${encodeURIComponent(literal(key))})` : `/users/${segment(key)}`;

/** An OData string literal, not yet encoded. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The query of a request: names as they are, values encoded. */
export function query(parameters: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeValue(value)}`],
  );
  return given.length === 0 ? '' : `?${given.join('&')}`;
}

/** Commas, parentheses and the like may stand in a query, and people read it. */
const encodeValue = (value: string): string =>
  encodeURIComponent(value).replace(/%(?:2C|3A|24|2F|40)/g, (code) => decodeURIComponent(code));
