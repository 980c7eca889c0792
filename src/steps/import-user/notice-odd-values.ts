import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';
import { type Attributes, type Environment, toText, type Value } from '../../expression/index.js';
import type { AttributeFlow, Job } from '../../job/index.js';
import { findOddCharacters } from './odd-characters.js';

/**
 * Warns of values with blanks at an end or characters that cannot be seen, where they are matched, sent or filtered on as
 * they are. A mapping that takes them away, with Trim for example, is none of these.
 * @param attributes the imported ones
 */
export function noticeOddValues(
  job: Job,
  attributes: Attributes,
  environment: (name: string) => Environment,
): Diagnostic[] {
  return Object.entries(attributes).flatMap(([name, value]) => {
    const [first] = textsOf(value).filter((text) => findOddCharacters(text).length > 0);
    if (first === undefined || name === 'appRoleAssignments') return [];
    const flows = job.flows.filter((flow) => passesOn(flow, name, attributes, environment));
    const filters = [...job.filters, ...job.inputFilters].filter(({ clauses }) =>
      clauses.some(({ attribute }) => attribute === name),
    );
    const neededBy = [
      ...flows.map(({ matchingPriority, target }) =>
        matchingPriority > 0 ? `matching attribute ${target}` : `mapping ${target}`,
      ),
      ...filters.map(({ title }) => `scoping filter ${title}`),
    ];
    if (neededBy.length === 0) return [];
    const [flow] = flows;
    return [
      diagnose(
        'import/invisible-characters',
        {
          name,
          value: first,
          found: findOddCharacters(first),
          neededBy,
          isMatched: flows.some(({ matchingPriority }) => matchingPriority > 0),
          trims: findOddCharacters(first).every(({ place }) => !place.startsWith('after'))
            ? (flow?.target ?? null)
            : null,
        },
        flow === undefined ? [] : [job.locate(flow.pointer)],
      ),
    ];
  });
}

/** Whether what the flow makes of the attribute still has such characters. */
function passesOn(
  { expression, target }: AttributeFlow,
  name: string,
  attributes: Attributes,
  environment: (name: string) => Environment,
): boolean {
  if (expression?.attributes.includes(name) !== true) return false;
  const evaluated = expression.evaluate(attributes, environment(target));
  if (evaluated.kind !== 'value') return false;
  return textsOf(evaluated.value).some((text) => findOddCharacters(text).length > 0);
}

function textsOf(value: Value | undefined): readonly string[] {
  const text = toText(value ?? null);
  if (text === null) return [];
  return typeof text === 'string' ? [text] : text;
}
