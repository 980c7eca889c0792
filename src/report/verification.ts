import type { DiscoveryDetails, ReportDiagnostic, WireExchange } from './report.js';

/** What a verification of a target came to. Arrays are never null; keys are added, never renamed. */
export interface Verification {
  readonly format: { readonly name: 'provision-user/verification'; readonly version: string };
  readonly tool: { readonly version: string };
  /** as people call it */
  readonly target: string;
  readonly dryRun: boolean;
  /** of PATCH, as the flags of the tenant URL have it for cycles */
  readonly cycleDialect: 'default' | 'compliant';
  /** what every value of the throw-away user begins with that has to be unique */
  readonly user: string;
  readonly outcome: VerificationOutcome;
  /** always all, in the same order */
  readonly requirements: readonly RequirementResult[];
  /** null where the target was not asked */
  readonly discovery: DiscoveryDetails | null;
  /** accounts that could not be removed */
  readonly leftBehind: readonly LeftBehind[];
  /** of the run as a whole */
  readonly diagnostics: readonly ReportDiagnostic[];
  readonly exchanges: readonly WireExchange[];
}

export interface VerificationOutcome {
  /** `refused`: by credentials; `incomplete`: not far enough to tell */
  readonly status: 'pass' | 'warning' | 'fail' | 'refused' | 'incomplete';
  /** one line */
  readonly summary: string;
}

export type RequirementVerdict = 'pass' | 'warning' | 'fail' | 'notTested';

export interface RequirementResult {
  readonly id: string;
  readonly title: string;
  readonly verdict: RequirementVerdict;
  /** what the service makes of a target that does not meet it */
  readonly consequence: string;
  /** what decided, one line each; or why it was not tested */
  readonly evidence: readonly string[];
  /** ids in `exchanges` of those that decided */
  readonly exchanges: readonly string[];
  readonly diagnostics: readonly ReportDiagnostic[];
}

export interface LeftBehind {
  /** null where the target did not tell it */
  readonly id: string | null;
  /** a value by which to find it */
  readonly name: string;
}

/** What a verification says of its own format. */
export const verificationFormat = {
  name: 'provision-user/verification',
  version: '1.0',
} as const satisfies Verification['format'];
