/** A guest's user principal name in the form that matching and mapping see. */
export interface GuestName {
  readonly name: string;
  /** false where the name has the mark of a guest but no home domain could be told apart */
  readonly converted: boolean;
}

/**
 * `alias_homedomain#EXT#@tenant` becomes `alias@homedomain`: the text before the mark, its last underscore an at sign.
 * Undefined for everybody else.
 *
 * Source: "Reference for writing expressions" (userPrincipalName and originalUserPrincipalName of B2B users); the last
 * underscore is assumed.
 */
export function convertGuestName(userPrincipalName: string): GuestName | undefined {
  const mark = userPrincipalName.toUpperCase().indexOf('#EXT#');
  if (mark < 0) return undefined;
  const home = userPrincipalName.slice(0, mark);
  const at = home.lastIndexOf('_');
  if (at < 0) return { name: userPrincipalName, converted: false };
  return { name: `${home.slice(0, at)}@${home.slice(at + 1)}`, converted: true };
}
