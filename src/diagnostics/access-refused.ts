import type { DiagnosticCode } from './diagnostic.js';

/** Trouble at sign-in that says nothing of credentials: the way to the token service, and the service itself. */
const noRefusals: ReadonlySet<string> = new Set<DiagnosticCode>([
  'sign-in/no-answer',
  'sign-in/unreadable-answer',
  'sign-in/service-fault',
  'sign-in/throttled',
]);

const ofGraph: ReadonlySet<string> = new Set<DiagnosticCode>(['graph/unauthorized', 'graph/forbidden']);

/** Whether a diagnostic says that the source refused a sign-in or a permission, which has an exit code of its own. */
export function isAccessRefused(code: string): boolean {
  return ofGraph.has(code) || (code.startsWith('sign-in/') && !noRefusals.has(code));
}
