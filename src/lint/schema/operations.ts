import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';
import { type LintedMapping, nameOf } from './linted-mapping.js';

const operations = [
  ['add', 'Create'],
  ['update', 'Update'],
  ['delete', 'Delete'],
] as const;

/**
 * Target object actions that are off, and a mapping of users without a row that disables them. Delete concerns only users
 * who are gone for good, so leaving it out is common and only a note.
 * Source: "Customize user provisioning attribute-mappings" (Target Object Actions); deprovisioning in "How application
 * provisioning works".
 */
export function lintOperations(linted: LintedMapping): readonly Diagnostic[] {
  const { mapping, job, kind, schema } = linted;
  const off = operations
    .filter(([flow]) => !job.flowTypes[flow])
    .map(([, operation]) =>
      diagnose(
        'lint/operation-off',
        { operation, mapping: nameOf(linted) },
        [schema.locate(`${mapping.pointer}/flowTypes`)],
        operation === 'Delete' ? 'info' : undefined,
      ),
    );
  const disables = kind === 'Group' || job.flows.some(({ dependsOnSoftDeleted }) => dependsOnSoftDeleted);
  return disables
    ? off
    : [
        ...off,
        diagnose('action/deactivation-not-mapped', { account: 'The account of a user who leaves scope' }, [
          schema.locate(mapping.pointer),
        ]),
      ];
}
