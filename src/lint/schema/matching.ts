import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';
import type { NotUnique } from '../../diagnostics/families/lint.js';
import type { AttributeFlow } from '../../job/index.js';
import { findAttribute } from '../../schema/index.js';
import type { LintedMapping } from './linted-mapping.js';
import { givesTwoUsersOneValue } from './uniqueness.js';

/** Matching attributes: that there is one, that their order is clear, and that their values tell users apart. */
export function lintMatching(linted: LintedMapping): readonly Diagnostic[] {
  const { job, mapping, schema } = linted;
  if (!mapping.attributeMappings.some(({ matchingPriority }) => matchingPriority > 0)) {
    const at = [schema.locate(`${mapping.pointer}/attributeMappings`)];
    return [diagnose('import/no-matching-attribute', { target: job.targetDirectory }, at)];
  }
  return [...findSamePrecedence(linted), ...job.matching.flatMap((flow) => checkUnique(flow, linted))];
}

function findSamePrecedence({ job }: LintedMapping): readonly Diagnostic[] {
  const precedences = [...new Set(job.matching.map(({ matchingPriority }) => matchingPriority))];
  return precedences.flatMap((precedence) => {
    const same = job.matching.filter(({ matchingPriority }) => matchingPriority === precedence);
    const args = { precedence, targets: same.map(({ target }) => target) };
    const at = same.toReversed().map(({ pointer }) => job.locate(`${pointer}/matchingPriority`));
    return same.length > 1 ? [diagnose('lint/duplicate-precedence', args, at)] : [];
  });
}

function checkUnique(flow: AttributeFlow, linted: LintedMapping): readonly Diagnostic[] {
  const because = whyNotUnique(flow, linted);
  if (because === undefined) return [];
  const { target, expression, pointer } = flow;
  const args = { target, expression: expression?.text ?? '', because };
  // One value for everybody, or none for anybody, can never match rightly.
  const severity = because === 'constant' || because === 'none' ? 'error' : undefined;
  return [diagnose('lint/matching-not-unique', args, [linted.job.locate(pointer)], severity)];
}

function whyNotUnique(flow: AttributeFlow, { kind, sourceObject }: LintedMapping): NotUnique | undefined {
  const { expression } = flow;
  if (expression === null) return 'none';
  if (expression.attributes.length === 0) return 'constant';
  const isList = (name: string): boolean => findAttribute(sourceObject, name)?.multivalued === true;
  if (flow.kind === 'Direct' && expression.attributes.some(isList)) return 'list';
  return givesTwoUsersOneValue(expression, kind, isList) ? 'shared' : undefined;
}
