import type { Entries } from './entry.js';
import { type ApplicationDiagnostics, applicationEntries } from './families/application.js';
import { type ConfigDiagnostics, configEntries } from './families/config.js';
import { type DocumentDiagnostics, documentEntries } from './families/document.js';
import { type SchemaDiagnostics, schemaEntries } from './families/schema.js';
import { type ExpressionDiagnostics, expressionEntries } from './families/expression.js';
import { type ExpressionCasesDiagnostics, expressionCasesEntries } from './families/expression-cases.js';
import { type ConnectionDiagnostics, connectionEntries } from './families/connection.js';
import { type ImportDiagnostics, importEntries } from './families/import.js';
import { type ScopeDiagnostics, scopeEntries } from './families/scope.js';
import { type MatchDiagnostics, matchEntries } from './families/match.js';
import { type ActionDiagnostics, actionEntries } from './families/action.js';
import { type AnswerDiagnostics, answerEntries } from './families/answer.js';
import { type RefusalDiagnostics, refusalEntries } from './families/refusal.js';
import { type JobDiagnostics, jobEntries } from './families/job.js';
import { type SourceDiagnostics, sourceEntries } from './families/source.js';
import { type TargetDiagnostics, targetEntries } from './families/target.js';
import { type DiscoveryDiagnostics, discoveryEntries } from './families/discovery.js';
import { type VerificationDiagnostics, verificationEntries } from './families/verification.js';
import { type ReportDiagnostics, reportEntries } from './families/report.js';
import { type SignInDiagnostics, signInEntries } from './families/sign-in.js';
import { type GraphDiagnostics, graphEntries } from './families/graph.js';
import { type NetworkDiagnostics, networkEntries } from './families/network.js';
import { type LintDiagnostics, lintEntries } from './families/lint.js';
import { type GroupDiagnostics, groupEntries } from './families/group.js';
import { type FilesDiagnostics, filesEntries } from './families/files.js';
import { type PullDiagnostics, pullEntries } from './families/pull.js';
import { type RunDiagnostics, runEntries } from './families/run.js';

/** Everything that the tool can ever say: each code with the arguments that its prose needs. */
export type DiagnosticArgs = ConfigDiagnostics &
  DocumentDiagnostics &
  SchemaDiagnostics &
  ExpressionDiagnostics &
  ExpressionCasesDiagnostics &
  ConnectionDiagnostics &
  ImportDiagnostics &
  ScopeDiagnostics &
  MatchDiagnostics &
  ActionDiagnostics &
  AnswerDiagnostics &
  RefusalDiagnostics &
  JobDiagnostics &
  SourceDiagnostics &
  ApplicationDiagnostics &
  TargetDiagnostics &
  DiscoveryDiagnostics &
  VerificationDiagnostics &
  ReportDiagnostics &
  NetworkDiagnostics &
  SignInDiagnostics &
  GraphDiagnostics &
  RunDiagnostics &
  LintDiagnostics &
  GroupDiagnostics &
  FilesDiagnostics &
  PullDiagnostics;

/** Total over the codes: a code without an entry does not compile. */
export const catalogue: Entries<DiagnosticArgs> = {
  ...configEntries,
  ...documentEntries,
  ...schemaEntries,
  ...expressionEntries,
  ...expressionCasesEntries,
  ...connectionEntries,
  ...importEntries,
  ...scopeEntries,
  ...matchEntries,
  ...actionEntries,
  ...answerEntries,
  ...refusalEntries,
  ...jobEntries,
  ...sourceEntries,
  ...applicationEntries,
  ...targetEntries,
  ...discoveryEntries,
  ...verificationEntries,
  ...reportEntries,
  ...networkEntries,
  ...signInEntries,
  ...graphEntries,
  ...groupEntries,
  ...filesEntries,
  ...pullEntries,
  ...runEntries,
  ...lintEntries,
};
