import { describe } from '../diagnostics/describe.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Asked } from '../expression/index.js';
import type {
  PerformActionDetails,
  Report,
  ReportDiagnostic,
  ReportExchange,
  Step,
  StepName,
  TestConnectionDetails,
} from '../report/report.js';
import { stepTitles } from '../report/step-titles.js';
import { reportFormat } from '../report/format.js';
import type { Performed } from '../steps/index.js';
import type { AbortReason } from './abort-reason.js';
import { describeExchange } from './describe-exchange.js';
import { describeOutcome } from './describe-outcome.js';
import { listExchanges } from './list-exchanges.js';
import type { RunRequest } from './run-request.js';
import type { StepRecord } from './step-record.js';
import type { TracedUser } from './trace-user.js';

/** All that a run gave, step by step. */
export interface RunRecords extends TracedUser {
  readonly connected: StepRecord<true, TestConnectionDetails>;
  readonly performed: StepRecord<Performed, PerformActionDetails>;
  readonly aborted: AbortReason | undefined;
  /** what the expressions asked of the world */
  readonly asked: Asked;
  /** of the run as a whole */
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes the report of a run. Exchanges are numbered in the order of the steps. */
export function assembleReport(request: RunRequest, records: RunRecords): Report {
  const { connected, imported, scoped, matched, performed } = records;
  const user = imported.found;
  const { selector, group } = request;
  const exchanges: ReportExchange[] = [];
  const redacted = performed.found?.redacted ?? [];
  const step = <Name extends StepName, Details>(
    name: Name,
    record: StepRecord<unknown, Details>,
  ): Step<Name, Details> => {
    const own = listExchanges(record.exchanges).map((exchange, index) => ({
      ...describeExchange(exchange, String(exchanges.length + index + 1), redacted),
      step: name,
    }));
    exchanges.push(...own);
    return {
      step: name,
      title: stepTitles[name],
      status: record.status,
      description: record.description,
      details: record.details,
      diagnostics: record.diagnostics.map(describe),
      exchanges: own.map(({ id }) => id),
      startedAt: record.startedAt === null ? null : new Date(record.startedAt).toISOString(),
      durationMs: record.durationMs,
    };
  };
  const steps = [
    step('testConnection', connected),
    step('importUser', imported),
    step('determineScope', scoped),
    step('matchUser', matched),
    step('performAction', performed),
  ] as const;
  return {
    format: reportFormat,
    tool: { version: request.toolVersion },
    subject: {
      type: group === undefined ? 'user' : 'group',
      id: user?.id ?? (selector?.by === 'id' ? selector.value : null),
      userPrincipalName: user?.userPrincipalName ?? (selector?.by === 'upn' ? selector.value : null),
      displayName: user?.displayName ?? group?.selector.nameOrId ?? null,
    },
    dryRun: request.dryRun,
    mode: request.mode,
    clock: records.asked.clock ? new Date(request.now).toISOString() : null,
    seed: records.asked.chance ? request.seed : null,
    source: request.source.name,
    target: request.target?.name ?? null,
    job: request.tenant?.job ?? null,
    diagnostics: records.diagnostics.map(describe) satisfies ReportDiagnostic[],
    outcome: describeOutcome({
      records: [connected, imported, scoped, matched, performed],
      performed: performed.found,
      verdict: scoped.found,
      subject:
        user?.reportableIdentifier ??
        selector?.value ??
        group?.selector.nameOrId ??
        request.target?.name ??
        '',
      dryRun: request.dryRun,
      until: request.until,
      aborted: records.aborted,
    }),
    steps,
    modifiedProperties: performed.found?.modified ?? [],
    exchanges,
  };
}
