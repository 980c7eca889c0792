import { compileRegex, type DotNetRegex } from '../../dotnet/regex/index.js';
import { longestResult } from '../../evaluate/limits.js';
import type { Result } from '../../evaluate/outcome.js';
import { type Problem, problem } from '../../problem.js';
import type { Node } from '../../syntax/tree.js';
import { defineFunction, type Site } from '../declaration.js';
import { nullable, optional, text } from '../parameters.js';
import { examples } from './examples.js';
import { filledPlaces, formOf, type ReplaceForm } from './form.js';
import { findGroup, pattern, replaceGroup, replacePattern } from './pattern.js';

const replace = defineFunction({
  name: 'Replace',
  summary:
    'Replaces text, or what a regular expression finds. Which of the seven places are filled decides what happens.',
  parameters: [
    nullable(text('source')),
    optional(text('oldValue')),
    optional(pattern('regexPattern')),
    optional(text('regexGroupName')),
    optional(text('replacementValue')),
    optional(text('replacementAttributeName')),
    optional(text('template')),
  ],
  result: 'text',
  nulls: 'null in, null out; with replacementAttributeName a null or empty source means "no value"',
  basis: 'documented',
  examples,
  check: (places, { span }) =>
    formOf(places) === undefined
      ? [problem('expression/replace-places', span, { filled: filledPlaces(places) })]
      : checkPattern(places[2]),
  variant: formOf,
  apply: (source, oldValue, regex, group, replacement = '', attribute, template, site) => {
    const form = site.variant as ReplaceForm;
    if (form === 'attribute')
      return source === null || source === '' ? fromAttribute(attribute, regex, group, site) : source;
    if (source === null) return null;
    switch (form) {
      case 'text':
        return replaceText(source, oldValue, replacement, site);
      case 'template':
        return template === undefined ? null : replaceText(template, oldValue, source, site);
      case 'pattern':
        return regex === undefined ? source : replacePattern(source, regex, replacement, site);
      case 'group':
        return regex === undefined || group === undefined
          ? source
          : replaceGroup(source, regex, group, replacement, site);
    }
  },
});

/** Plain text, ordinal. A search text that turns out null or empty finds nothing (decided). */
function replaceText(source: string, wanted: string | undefined, by: string, site: Site): Result {
  if (wanted === undefined || wanted === '' || !source.includes(wanted)) return source;
  if (source.length * (by.length + 1) <= longestResult && !by.includes('$'))
    return source.replaceAll(wanted, by);
  const parts = source.split(wanted);
  return source.length + (parts.length - 1) * by.length > 2 * longestResult
    ? site.fail('expression/result-too-long', { limit: longestResult })
    : parts.join(by);
}

function fromAttribute(
  attribute: string | undefined,
  regex: DotNetRegex | undefined,
  group: string | undefined,
  site: Site,
): Result {
  if (attribute === undefined || attribute === '' || regex === undefined || group === undefined) return null;
  return findGroup(attribute, regex, group, site);
}

/** An invalid pattern is an error of the expression when it stands in it (.NET). */
function checkPattern(node: Node | undefined): readonly Problem[] {
  if (node?.kind !== 'text' || node.value === '') return [];
  const compiled = compileRegex(node.value);
  if (compiled.kind === 'regex') return [];
  const { message, offset } = compiled;
  return [problem('expression/pattern', node.span, { pattern: node.value, problem: message, offset })];
}

/** Replace, the only function with forms. */
export const replaceFunctions = [replace];
