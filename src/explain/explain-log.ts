import {
  type DecodedReason,
  decodeReason,
  type LoggedClause,
  type LogRecord,
  type LogStep,
  readScopeResult,
} from '../provisioning-log/index.js';
import { findWord, serviceWords } from '../service-words/index.js';

/** A record of the service, step by step, in our words. */
export interface RecordExplanation {
  readonly record: LogRecord;
  readonly steps: readonly StepExplanation[];
  /** what the error code or skip reason means; null where there is none, or it is not known */
  readonly means: string | null;
  /** the answer of the target that the reason holds; null where it holds none */
  readonly reason: DecodedReason | null;
  /** the likeliest first; empty where nothing is to be done */
  readonly todo: readonly string[];
  /** our codes for the same case */
  readonly codes: readonly string[];
}

export interface StepExplanation {
  /** the step of the service's page, 1 to 5; null for a type that is not known */
  readonly number: number | null;
  readonly step: LogStep;
  /** what the name of the step means; empty where it is not known */
  readonly means: string;
  readonly details: readonly DetailExplanation[];
  /** every clause of the scoping filters, where the step tells */
  readonly clauses: readonly LoggedClause[];
}

export interface DetailExplanation {
  readonly name: string;
  readonly value: string;
  /** what the portal calls it where it has another name for it; empty otherwise */
  readonly label: string;
}

/** Explains one record. Pure. */
export function explainRecord(record: LogRecord): RecordExplanation {
  const { errorCode, reason, recommendedAction, subject, subjectType } = record;
  const word = errorCode === null ? undefined : findWord(errorCode, serviceWords)?.word;
  const decoded = reason === null ? null : decodeReason(reason);
  const detail = decoded?.scim?.detail ?? null;
  const needsAction = word?.tell !== undefined && word.tell !== '';
  const isUser = subject?.includes('@') === true && (subjectType ?? 'user').toLowerCase().endsWith('user');
  const failed = ['failure', 'failed'].includes((record.status ?? '').toLowerCase());
  return {
    record,
    steps: record.steps.map(explainStep),
    means: word?.meaning ?? null,
    reason: decoded,
    todo: [
      ...(detail === null ? [] : [`Read what the target said: "${detail}".`]),
      ...(recommendedAction === null ? [] : [recommendedAction]),
      ...(needsAction ? [word.tell] : []),
      ...(isUser && (failed || needsAction)
        ? [`See it again here: provision-user --upn ${subject} --dry-run --details`]
        : []),
    ],
    codes: word?.ours ?? [],
  };
}

/** Types of steps in Microsoft Graph, by the steps of the page "On-demand provisioning in Microsoft Entra ID". */
const numbers: Readonly<Record<string, number>> = {
  import: 2,
  scoping: 3,
  matching: 4,
  processing: 5,
  referenceresolution: 5,
  export: 5,
};

function explainStep(step: LogStep): StepExplanation {
  const word = serviceWords.find(
    ({ kind, word: name, also }) => kind === 'step name' && [name, ...also].includes(step.name),
  );
  const result = step.details.find(([name]) => name === 'ScopeEvaluationResult')?.[1];
  const clauses = result === undefined ? undefined : readScopeResult(result);
  return {
    number: numbers[step.type.toLowerCase()] ?? null,
    step,
    means: word?.meaning ?? '',
    details: step.details
      .filter(([name]) => name !== 'ScopeEvaluationResult' || clauses === undefined)
      .map(([name, value]) => ({ name, value, label: labelOf(name) })),
    clauses: clauses ?? [],
  };
}

function labelOf(name: string): string {
  const property = serviceWords.find(
    ({ kind, also }) => kind === 'property of the scoping step' && also.includes(name),
  );
  return property?.word ?? '';
}
