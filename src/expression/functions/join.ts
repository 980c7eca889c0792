import { textOf } from '../conversion.js';
import { bounded, longestResult, tooLong } from '../evaluate/limits.js';
import { isStop } from '../evaluate/outcome.js';
import { defineLazyFunction } from './declaration.js';
import { nullable, repeating, text, value } from './parameters.js';

/** The only function of lists whose arguments are taken one by one: a list of them for every call would cost most of it. */
export const join = defineLazyFunction({
  name: 'Join',
  summary:
    'All sources with a separator between them. Empty sources are left out, a list gives each of its values.',
  parameters: [text('separator'), repeating(nullable(value('source')))],
  result: 'text',
  nulls: 'a null source is left out',
  basis: 'documented',
  examples: [
    {
      expression: 'Join(", ", "", [surname], [givenName])',
      attributes: { surname: 'Doe', givenName: 'John' },
      expected: 'Doe, John',
      source: 'section 6, Join',
    },
    { expression: 'Join("-", 1, 2)', expected: '1-2', source: 'section 6, Join: a number literal' },
  ],
  prepare:
    ([runSeparator, runs], site) =>
    (frame) => {
      const separator = runSeparator(frame);
      if (isStop(separator)) return separator;
      const between = separator ?? '';
      if (between.length > longestResult) return tooLong(site);
      let joined: string | undefined;
      for (const run of runs) {
        const source = run(frame);
        if (typeof source === 'string') joined = joinTo(joined, between, source);
        else if (source === null) continue;
        else if (isStop(source)) return source;
        else if (typeof source !== 'object') joined = joinTo(joined, between, textOf(source));
        else for (const each of source) joined = joinTo(joined, between, each);
      }
      return separator === null ? null : bounded(joined ?? '', site);
    },
});

/** What is too long stays as it is, and is refused in the end. */
function joinTo(joined: string | undefined, separator: string, text: string): string | undefined {
  if (text === '') return joined;
  if (joined === undefined || text.length > longestResult) return text;
  return joined.length > longestResult ? joined : joined + separator + text;
}
