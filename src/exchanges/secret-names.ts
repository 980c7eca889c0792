/** Members of JSON bodies and fields of forms that hold a secret: OAuth 2.0 (RFC 6749, 7521, 7523), and SCIM's `password`. */
const secretFields =
  'access_token|refresh_token|id_token|client_secret|client_assertion|assertion|password|device_code|code_verifier';

const fieldName = new RegExp(`^(?:${secretFields})$`, 'i');

/** Whether a member of a body holds a secret by its name. */
export function isSecretField(name: string): boolean {
  return fieldName.test(name);
}

/** Whether the path of a PATCH operation leads to a secret: its last name counts, with or without a schema URN before it. */
export function isSecretPath(path: string): boolean {
  return isSecretField(path.slice(Math.max(path.lastIndexOf(':'), path.lastIndexOf('.')) + 1));
}

/**
 * Whether a header carries a credential by its name: `Authorization`, `X-Api-Key`, `Set-Cookie`, the `X-Identity-Header` of a
 * managed identity. A challenge does not.
 */
export function isSecretHeader(name: string): boolean {
  return (
    /auth|token|secret|password|cookie|credential|identity-header|key$/i.test(name) &&
    !/^(?:www|proxy)-authenticate$/i.test(name)
  );
}

/**
 * Whether a query parameter of a URL carries a credential by its name; `code` is the key of an Azure Function. The
 * `$skiptoken` of OData, which names a page, does not.
 */
export function isSecretParameter(name: string): boolean {
  if (/^(?:\$|%24)?(?:skip|delta)token$/i.test(name)) return false;
  return /token|secret|password|assertion|credential|auth|key$|^code$|^sig(?:nature)?$/i.test(name);
}

const queryParameter = /([?&])([^=&\s?]{1,100})=[^&#\s"'<>]*/g;

/** A URL, or text that holds some, without the values of parameters that carry a credential by their names. */
export function maskParameters(text: string, masked: string): string {
  return text.replace(queryParameter, (whole, before: string, name: string) =>
    isSecretParameter(name) ? `${before}${name}=${masked}` : whole,
  );
}

/** A secret field of a form inside any text: the part to keep, and the secret. */
export const secretFormField = new RegExp(`((?<![\\w-])(?:${secretFields})=)[^&\\s"'<>]*`, 'gi');

/** A secret member inside text that is no JSON as a whole, such as JSON that was cut off. */
export const secretMember = new RegExp(`("(?:${secretFields})"\\s*:\\s*")(?:[^"\\\\]|\\\\.)*`, 'gi');
