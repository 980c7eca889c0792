import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';
import {
  findDefinition,
  findDirectory,
  type ObjectMapping,
  type SynchronizationRule,
  type SynchronizationSchema,
} from '../../schema/index.js';

const sides = [
  { side: 'source', directoryOf: (rule: SynchronizationRule) => rule.sourceDirectoryName },
  { side: 'target', directoryOf: (rule: SynchronizationRule) => rule.targetDirectoryName },
] as const;

/**
 * Directories and objects that rules and mappings name and the schema does not define. Excerpts without any directory are in
 * order: what cannot be known is not checked.
 */
export function lintDirectories(schema: SynchronizationSchema): readonly Diagnostic[] {
  if (schema.directories.length === 0)
    return [diagnose('lint/nothing-defined', { rules: schema.rules.length }, [schema.locate('')])];
  return schema.rules.flatMap((rule) => sides.flatMap((each) => lintSide(schema, rule, each)));
}

function lintSide(
  schema: SynchronizationSchema,
  rule: SynchronizationRule,
  { side, directoryOf }: (typeof sides)[number],
): readonly Diagnostic[] {
  const directory = directoryOf(rule);
  const definition = findDirectory(schema, directory);
  if (definition === undefined) {
    const known = schema.directories.map(({ name }) => name);
    const args = { rule: rule.name || rule.id, side, directory, known };
    return [
      diagnose('lint/unknown-directory', args, [schema.locate(`${rule.pointer}/${side}DirectoryName`)]),
    ];
  }
  const known = definition.objects.map(({ name }) => name);
  return rule.objectMappings.filter(takesPart).flatMap((mapping) => {
    const object = side === 'source' ? mapping.sourceObjectName : mapping.targetObjectName;
    if (object === '' || findDefinition(schema, directory, object) !== undefined) return [];
    const args = { mapping: mapping.name ?? '', side, object, directory, known };
    return [diagnose('lint/unknown-object', args, [schema.locate(`${mapping.pointer}/${side}ObjectName`)])];
  });
}

/** Nameless mappings are helpers of the service. */
const takesPart = ({ enabled, name }: ObjectMapping): boolean => enabled && (name ?? '').trim() !== '';
