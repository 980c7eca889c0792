import type { AnswerProblem } from '../answers.js';

/** What a target says of itself at its three discovery endpoints (RFC 7644 section 4). */
export interface Discovery {
  readonly serviceProvider: Reading<ServiceProvider>;
  readonly schemas: Reading<DeclaredSchemas>;
  readonly resourceTypes: Reading<readonly ResourceType[]>;
}

/** What became of one endpoint. A target need not have it: 404, 405 and 501 say so. */
export type Reading<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'notOffered' }
  | { readonly kind: 'noAnswer' }
  | { readonly kind: 'unfit'; readonly problem: AnswerProblem };

/** Undefined where the target does not say. */
export interface ServiceProvider {
  readonly patch: boolean | undefined;
  readonly filter: boolean | undefined;
}

export interface ResourceType {
  readonly name: string;
  /** `/Users`; empty where it is not told */
  readonly endpoint: string;
  /** URN of the base schema; empty where it is not told */
  readonly schema: string;
  readonly extensions: readonly { readonly schema: string; readonly required: boolean }[];
}

export interface DeclaredSchemas {
  readonly schemas: readonly DeclaredSchema[];
  /** what the service's own discovery stumbles over, though we can read it */
  readonly faults: readonly SchemasFault[];
}

export interface DeclaredSchema {
  /** its URN, as written */
  readonly id: string;
  readonly attributes: readonly DeclaredAttribute[];
}

/** One attribute of RFC 7643 section 7; what is missing has the default of section 2.2. */
export interface DeclaredAttribute {
  readonly name: string;
  /** string, boolean, decimal, integer, dateTime, reference, binary or complex; lower-case letters */
  readonly type: string;
  readonly multiValued: boolean;
  readonly required: boolean;
  readonly caseExact: boolean;
  /** readwrite, readonly, immutable or writeonly; lower-case letters */
  readonly mutability: string;
  /** always, never, default or request; lower-case letters */
  readonly returned: string;
  /** none, server or global; lower-case letters */
  readonly uniqueness: string;
  readonly canonicalValues: readonly string[];
  readonly subAttributes: readonly DeclaredAttribute[];
}

/** `place` names the schema and the attribute: `urn:...:User userName.mutability`. */
export type SchemasFault =
  | { readonly kind: 'noListResponse' }
  | { readonly kind: 'null'; readonly place: string }
  | { readonly kind: 'spelling'; readonly place: string; readonly value: string };
