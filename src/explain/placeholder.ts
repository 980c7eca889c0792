/**
 * Arguments that read as their own names: what the catalogue makes of them is the pattern of a message, `{target} answered
 * {request}`. A list has one element. Only for prose: nothing is decided by it.
 */
export function namePlaceholders(): object {
  return new Proxy({}, { get: (_args, name) => placeholder(String(name)) });
}

function placeholder(name: string): unknown {
  const text = `{${name}}`;
  const answers: Readonly<Record<string | symbol, unknown>> = {
    length: 1,
    join: () => text,
    map: (change: (element: unknown, index: number) => unknown) => [change(placeholder(name), 0)],
    flatMap: (change: (element: unknown, index: number) => unknown) => [change(placeholder(name), 0)].flat(),
    filter: () => [placeholder(name)],
    slice: () => [placeholder(name)],
    [Symbol.iterator]: () => [placeholder(name)][Symbol.iterator](),
    [Symbol.toPrimitive]: () => text,
    toString: () => text,
    toJSON: () => text,
  };
  return new Proxy(answers, {
    get: (_answers, asked) => {
      if (Object.hasOwn(answers, asked)) return answers[asked];
      if (typeof asked === 'symbol') return undefined;
      if (/^\d+$/.test(asked)) return placeholder(name);
      const method: unknown = Reflect.get(Object(text) as object, asked);
      if (typeof method !== 'function') return placeholder(asked);
      return (...given: readonly unknown[]): unknown => Reflect.apply(method, text, given);
    },
  });
}

/** Prose made with placeholders; null where it hangs on values too much to have a pattern. */
export function tryPattern<T>(make: () => T): T | null {
  try {
    // Written and read again, placeholders that were passed on as they are become texts.
    const made = JSON.stringify(make());
    return /undefined|NaN|\[object/.test(made) ? null : (JSON.parse(made) as T);
  } catch {
    return null;
  }
}
