/**
 * What a value of a document may look like, as data: from one description come the JSON Schema, the check of a saved report
 * and the order of its keys.
 */
export type Node =
  | { readonly kind: 'text' | 'number' | 'boolean' | 'null' | 'anything' }
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'list'; readonly item: Node }
  | { readonly kind: 'tuple'; readonly items: readonly Node[] }
  | { readonly kind: 'map'; readonly value: Node }
  | { readonly kind: 'object'; readonly fields: ReadonlyMap<string, Field> }
  | { readonly kind: 'either'; readonly choices: readonly Node[] }
  | { readonly kind: 'named'; readonly name: string; readonly node: () => Node };

interface Field {
  readonly node: Node;
  readonly required: boolean;
}

/** A node that describes exactly the type T: neither a narrower nor a wider one is assignable. */
export interface Shape<T> {
  readonly node: Node;
  readonly exactly?: (value: T) => T;
}

interface Optional<T> {
  readonly optional: Shape<T>;
}

type Fields<T> = {
  readonly [K in keyof T]-?: Pick<T, K> extends Required<Pick<T, K>> ? Shape<T[K]> : Optional<Required<T>[K]>;
};

export const text: Shape<string> = { node: { kind: 'text' } };
export const number: Shape<number> = { node: { kind: 'number' } };
export const flag: Shape<boolean> = { node: { kind: 'boolean' } };
export const anything: Shape<unknown> = { node: { kind: 'anything' } };
const nothing: Shape<null> = { node: { kind: 'null' } };

/** One of the given words. */
export const oneOf = <const W extends readonly string[]>(...words: W): Shape<W[number]> => ({
  node: { kind: 'words', words },
});

export const either = <A, B>(a: Shape<A>, b: Shape<B>): Shape<A | B> => ({
  node: {
    kind: 'either',
    choices: [a, b].flatMap(({ node }) => (node.kind === 'either' ? node.choices : [node])),
  },
});

export const nullable = <T>(shape: Shape<T>): Shape<T | null> => either(shape, nothing);

export const list = <T>(item: Shape<T>): Shape<readonly T[]> => ({ node: { kind: 'list', item: item.node } });

export const map = <T>(value: Shape<T>): Shape<Readonly<Record<string, T>>> => ({
  node: { kind: 'map', value: value.node },
});

/** A list of fixed length. */
export const tuple = <T extends readonly unknown[]>(
  ...items: { readonly [I in keyof T]: Shape<T[I]> }
): Shape<T> => ({ node: { kind: 'tuple', items: items.map(({ node }) => node) } });

export const optional = <T>(shape: Shape<T>): Optional<T> => ({ optional: shape });

/** An object with these keys, in this order; further keys are allowed. Leaving out a key of T does not compile. */
export const object = <T extends object>(fields: Fields<T>): Shape<T> => ({
  node: {
    kind: 'object',
    fields: new Map(
      Object.entries(fields as Readonly<Record<string, { node: Node } | { optional: { node: Node } }>>).map(
        ([name, field]) => [
          name,
          'optional' in field
            ? { node: field.optional.node, required: false }
            : { node: field.node, required: true },
        ],
      ),
    ),
  },
});

/** A shape that stands once in the JSON Schema and is referred to by name; it may contain itself. */
export const named = <T>(name: string, shape: () => Shape<T>): Shape<T> => ({
  node: { kind: 'named', name, node: () => shape().node },
});
