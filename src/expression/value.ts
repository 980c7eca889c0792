/** What an expression works with. Numbers are 64-bit integers; a list without values is null. */
export type Value = null | string | boolean | bigint | readonly string[];

/** "IgnoreFlowIfNullOrEmpty takes the attribute out of the flow." */
export const DROPPED: unique symbol = Symbol('dropped from the flow');

/** The attributes of an object by source name. A name that is not there has no value. */
export type Attributes = Readonly<Record<string, Value | undefined>>;

/**
 * The same as an evaluation takes them: values of the language, or JSON values, which count as what `toValue` makes of
 * them. Names that every JavaScript object inherits are no attributes.
 */
export type GivenAttributes = Readonly<Record<string, unknown>>;

/** The world as an expression sees it; both are arguments, never ambient. */
export interface Environment {
  /** milliseconds since 1970, UTC */
  readonly now: number;
  /** uniform numbers from 0 up to, not including, 1 */
  random(): number;
}
