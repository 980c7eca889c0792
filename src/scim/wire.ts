import type { AttributePath } from './path.js';

/** A mapped value on its way to the target. */
export interface WireValue {
  /** as it stands in a create and in the compliant dialect: text, number, boolean or a list of these */
  readonly json: unknown;
  /** the row's own text, `True` for a boolean: what the default dialect sends for booleans */
  readonly text: string | readonly string[];
}

/**
 * How a row's values go into JSON. The role forms are those of `AppRoleAssignmentsComplex` and
 * `AssertiveAppRoleAssignmentsComplex`, whose values are lists of JSON texts.
 */
export type ValueForm = 'plain' | 'complexRoles' | 'assertiveRoles';

/** One attribute with the value that it gets. */
export interface WireAttribute {
  readonly path: AttributePath;
  readonly value: WireValue;
  readonly form: ValueForm;
}

/** The texts of a value, one for each of its elements. */
export function textsOf({ text }: WireValue): readonly string[] {
  return typeof text === 'string' ? [text] : text;
}
