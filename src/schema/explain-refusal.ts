import { diagnose, type Diagnostic } from '../diagnostics/diagnostic.js';
import type { Unusable } from '../diagnostics/families/schema.js';
import {
  type Candidate,
  judgeCandidate,
  judgeMapping,
  judgeRule,
  nameMapping,
  nameRule,
  type SourceObject,
} from './judge-mapping.js';
import { findNearest } from '../diagnostics/nearest.js';
import type { SynchronizationRule, SynchronizationSchema } from './schema.js';

/** The configuration names a rule that the schema does not have. */
export function explainUnknownRule(schema: SynchronizationSchema, wanted: string): Diagnostic {
  const nearest = findNearest(
    wanted,
    schema.rules.flatMap(({ name, id }) => [name, id]),
  );
  const known = schema.rules.map(nameRule);
  return diagnose('schema/unknown-rule', { wanted, nearest, known }, [schema.locate('')]);
}

/** The configuration names an object mapping that none of the candidates is called by. */
export function explainUnknownMapping(
  schema: SynchronizationSchema,
  wanted: string,
  candidates: readonly Candidate[],
): Diagnostic {
  const known = candidates.map(({ mapping }) => mapping.name ?? '').filter((name) => name.trim() !== '');
  const nearest = findNearest(wanted, known);
  return diagnose('schema/unknown-object-mapping', { wanted, nearest, known }, [schema.locate('')]);
}

/** The mapping that the configuration names cannot be used. */
export function explainNamed(
  schema: SynchronizationSchema,
  object: SourceObject,
  candidate: Candidate,
): Diagnostic {
  const at = [schema.locate(candidate.mapping.pointer)];
  const mapping = nameMapping(candidate.mapping);
  const unusable = judgeCandidate(schema, candidate, object);
  if (unusable?.because === 'disabled') return diagnose('schema/mapping-disabled', { mapping }, at);
  if (unusable?.because === 'other object') {
    return diagnose('schema/mapping-of-other-object', { mapping, from: unusable.from, wanted: object }, at);
  }
  return diagnose('schema/no-usable-mapping', { object, unusable: unusable ? [unusable] : [] }, at);
}

/** None of the mappings can be used: one reason a rule, or one a mapping where its rule is not to blame. */
export function explainNothing(
  schema: SynchronizationSchema,
  object: SourceObject,
  rules: readonly SynchronizationRule[],
): Diagnostic {
  const reasons = rules.flatMap((rule): readonly Reason[] => {
    const unusable = judgeRule(schema, rule);
    if (unusable !== undefined) return [{ unusable, pointer: rule.pointer }];
    return rule.objectMappings.flatMap((mapping) => {
      const reason = judgeMapping(mapping, object);
      return reason === undefined ? [] : [{ unusable: reason, pointer: mapping.pointer }];
    });
  });
  const told: readonly Reason[] =
    reasons.length === 0
      ? [{ unusable: { because: 'no rules' }, pointer: '' }]
      : reasons.sort(compareNearness);
  return diagnose(
    'schema/no-usable-mapping',
    { object, unusable: told.map(({ unusable }) => unusable) },
    told.slice(0, mostPlaces).map(({ pointer }) => schema.locate(pointer)),
  );
}

interface Reason {
  readonly unusable: Unusable;
  readonly pointer: string;
}

const mostPlaces = 5;

/** What is one switch away from being usable goes first. */
function compareNearness(one: Reason, other: Reason): number {
  return Number(isFar(one)) - Number(isFar(other));
}

const isFar = ({ unusable: { because } }: Reason): boolean =>
  because === 'other object' || because === 'source directory';
