import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { findNearest } from '../../diagnostics/nearest.js';
import type { AttributeFlow, Job } from '../../job/index.js';
import type { Expression } from '../../expression/index.js';
import { UsageError } from '../usage-error.js';

/**
 * The mapping of a target attribute, whatever the letter case of its name.
 * @throws UsageError where there is none, or it has no expression
 */
export function findMapping(job: Job, wanted: string): AttributeFlow & { readonly expression: Expression } {
  const flow = job.flows.find(({ target }) => target.toLowerCase() === wanted.toLowerCase());
  if (flow === undefined) {
    const names = job.flows.map(({ target }) => target);
    const nearest = findNearest(wanted, names);
    throw new UsageError(
      `no mapping of the schema has the target attribute '${wanted}'`,
      nearest === undefined ? `It maps ${names.join(', ')}.` : `Did you mean ${nearest}?`,
    );
  }
  const { expression } = flow;
  if (expression !== null) return { ...flow, expression };
  throw new UsageError(
    `the mapping of ${flow.target} has no expression`,
    'Its type is None: only its default value flows, on creation.',
  );
}

/** What of the things noticed is about one mapping: at its place in the schema, or about its target attribute. */
export function selectNoticed(
  noticed: readonly Diagnostic[],
  { target, pointer }: Pick<AttributeFlow, 'target' | 'pointer'>,
): readonly Diagnostic[] {
  const isWithin = (place: string | undefined): boolean =>
    place === pointer || (place?.startsWith(`${pointer}/`) ?? false);
  return noticed.filter(
    ({ args, at }) =>
      at.some((location) => isWithin(location.pointer)) || ('target' in args && args.target === target),
  );
}
