import { type Checked, diagnose, type Diagnostic, type Location } from '../diagnostics/diagnostic.js';
import { findDefinition } from './entra-directory.js';
import {
  explainNamed,
  explainNothing,
  explainUnknownMapping,
  explainUnknownRule,
} from './explain-refusal.js';
import { type Candidate, judgeCandidate, nameMapping, nameRule, type SourceObject } from './judge-mapping.js';
import { findByName } from './names.js';
import type {
  ObjectDefinition,
  ObjectMapping,
  SynchronizationRule,
  SynchronizationSchema,
} from './schema.js';

/** What the configuration says about the mapping, and the kind of object that the run is about. */
export interface MappingOptions {
  /** name or id of a rule; without it every rule is looked at */
  readonly rule?: string | undefined;
  /** name of an object mapping; without it the first that applies is taken */
  readonly objectMapping?: string | undefined;
  readonly sourceObject: SourceObject;
}

/** The mapping that applies to one kind of object, with the definitions of both sides where the schema has them. */
export interface ChosenMapping {
  readonly rule: SynchronizationRule;
  readonly mapping: ObjectMapping;
  readonly sourceObject: ObjectDefinition | undefined;
  readonly targetObject: ObjectDefinition | undefined;
  /** names of the mappings that would apply too; that of another rule stands after the rule's name and a colon */
  readonly others: readonly string[];
}

/**
 * Chooses what applies to a user or group of Entra ID: the first enabled, named mapping of that kind with at least one row,
 * by rule priority and file order, out of the rules that read from Entra ID (schema reference 8; taking the first is decided
 * there, the service's own choice is not documented). A mapping that is named but disabled is refused (pipeline
 * reference 7.2, row 24).
 * @returns no value when nothing is usable or a setting names nothing; the diagnostic then says what the schema does hold
 */
export function chooseMapping(
  schema: SynchronizationSchema,
  options: MappingOptions,
): Checked<ChosenMapping> {
  const { rule, objectMapping, sourceObject } = options;
  const rules =
    rule === undefined ? schema.rules : findByName(schema.rules, rule, ({ id, name }) => [name, id]);
  if (rule !== undefined && rules.length === 0) return refuse(explainUnknownRule(schema, rule));
  const all = rules.flatMap((owner) => owner.objectMappings.map((mapping) => ({ rule: owner, mapping })));
  const candidates =
    objectMapping === undefined ? all : findByName(all, objectMapping, ({ mapping }) => [mapping.name ?? '']);
  const [taken, ...others] = candidates.filter(
    (candidate) => judgeCandidate(schema, candidate, sourceObject) === undefined,
  );
  if (taken !== undefined) return accept(schema, sourceObject, taken, others);
  if (objectMapping === undefined) return refuse(explainNothing(schema, sourceObject, rules));
  const [named] = candidates;
  return refuse(
    named === undefined
      ? explainUnknownMapping(schema, objectMapping, all)
      : explainNamed(schema, sourceObject, named),
  );
}

// Every place costs a walk through the text.
const mostPlaces = 4;

const refuse = (diagnostic: Diagnostic): Checked<never> => ({ value: undefined, diagnostics: [diagnostic] });

function accept(
  schema: SynchronizationSchema,
  object: SourceObject,
  { rule, mapping }: Candidate,
  rest: readonly Candidate[],
): Checked<ChosenMapping> {
  const others = rest.map((other) =>
    other.rule === rule
      ? nameMapping(other.mapping)
      : `${nameRule(other.rule)}: ${nameMapping(other.mapping)}`,
  );
  const locateAll = (): Location[] =>
    [mapping, ...rest.slice(0, mostPlaces).map((other) => other.mapping)].map(({ pointer }) =>
      schema.locate(pointer),
    );
  return {
    value: {
      rule,
      mapping,
      sourceObject: findDefinition(schema, rule.sourceDirectoryName, mapping.sourceObjectName),
      targetObject: findDefinition(schema, rule.targetDirectoryName, mapping.targetObjectName),
      others,
    },
    diagnostics:
      others.length === 0
        ? []
        : [diagnose('schema/several-mappings', { object, taken: nameMapping(mapping), others }, locateAll())],
  };
}
