import { diagnostic, discovery, wireExchange } from './report-shape.js';
import type { WireExchange } from './report.js';
import { flag, list, nullable, object, oneOf, type Shape, text } from './shape.js';
import type * as V from './verification.js';

const exchange = object<WireExchange>({ id: text, ...wireExchange });

/** The document of verify-target as data, key by key in the order of verification.ts. */
export const verificationShape: Shape<V.Verification> = object<V.Verification>({
  format: object<V.Verification['format']>({
    name: oneOf('provision-user/verification'),
    version: text,
  }),
  tool: object<V.Verification['tool']>({ version: text }),
  target: text,
  dryRun: flag,
  cycleDialect: oneOf('default', 'compliant'),
  user: text,
  outcome: object<V.VerificationOutcome>({
    status: oneOf('pass', 'warning', 'fail', 'refused', 'incomplete'),
    summary: text,
  }),
  requirements: list(
    object<V.RequirementResult>({
      id: text,
      title: text,
      verdict: oneOf('pass', 'warning', 'fail', 'notTested'),
      consequence: text,
      evidence: list(text),
      exchanges: list(text),
      diagnostics: list(diagnostic),
    }),
  ),
  discovery: nullable(discovery),
  leftBehind: list(object<V.LeftBehind>({ id: nullable(text), name: text })),
  diagnostics: list(diagnostic),
  exchanges: list(exchange),
});
