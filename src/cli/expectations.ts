import { catalogue } from '../diagnostics/catalogue.js';
import type { Report } from '../report/report.js';
import type { Until } from '../provision/index.js';

/** What `--expect` can ask for, besides a diagnostic code, and after which step it can be known. */
const expectable: Readonly<Record<string, Until>> = {
  'in-scope': 'scope',
  'out-of-scope': 'scope',
  create: 'action',
  update: 'action',
  disable: 'action',
  delete: 'action',
  skip: 'action',
  failure: 'import',
};

export const expectableWords = Object.keys(expectable);

/** Whether a text is something that can be expected. */
export function isExpectable(text: string): boolean {
  return Object.hasOwn(expectable, text) || Object.hasOwn(catalogue, text);
}

/** The step without which an expectation cannot be judged; undefined for a diagnostic code, which any step can give. */
export function stepNeeded(expectation: string): Until | undefined {
  return Object.hasOwn(expectable, expectation) ? expectable[expectation] : undefined;
}

/** The expectations that a run does not meet. */
export function listUnmet(expectations: readonly string[], report: Report): string[] {
  return expectations.filter((expectation) => !isMet(expectation, report));
}

function isMet(expectation: string, { outcome, steps, diagnostics }: Report): boolean {
  const scope = steps[2];
  switch (expectation) {
    case 'in-scope':
      return scope.status !== 'notRun' && scope.details.inScope === true;
    case 'out-of-scope':
      return scope.status !== 'notRun' && scope.details.inScope === false;
    case 'failure':
      return outcome.status === 'failure';
    case 'create':
    case 'update':
    case 'disable':
    case 'delete':
    case 'skip':
      return outcome.action === expectation && outcome.status !== 'failure';
    default:
      return [...diagnostics, ...steps.flatMap((step) => step.diagnostics)].some(
        ({ code }) => code === expectation,
      );
  }
}
