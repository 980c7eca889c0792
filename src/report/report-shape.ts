import type * as R from './report.js';
import { anything, either, flag, list, map, named, nullable, number, object, oneOf } from './shape.js';
import { optional, type Shape, text, tuple } from './shape.js';

const location = named('location', () =>
  object<R.ReportLocation>({
    file: optional(text),
    pointer: optional(text),
    line: optional(number),
    column: optional(number),
  }),
);

const attributeText: Shape<R.AttributeText> = named('attributeText', () => either(text, list(text)));

const verdict: Shape<R.Verdict> = named('verdict', () => either(flag, oneOf('undecided')));

/** Shared with the document of verify-target. */
export const diagnostic = named('diagnostic', () =>
  object<R.ReportDiagnostic>({
    code: text,
    severity: oneOf('error', 'warning', 'info'),
    title: text,
    message: text,
    advice: list(object<R.ReportDiagnostic['advice'][number]>({ kind: text, text })),
    blame: oneOf('configuration', 'source', 'target', 'network', 'tool'),
    at: list(location),
    service: list(text),
    basis: oneOf('documented', 'observed', 'assumed'),
  }),
);

const trace: Shape<R.ValueTrace> = named('valueTrace', () =>
  object<R.ValueTrace>({ text, value: optional(nullable(attributeText)), note: text, parts: list(trace) }),
);

const declaredForm = object<R.DeclaredForm>({
  type: text,
  multiValued: flag,
  required: flag,
  caseExact: flag,
  mutability: text,
  returned: text,
  uniqueness: text,
});

/** Shared with the document of verify-target. */
export const discovery = object<R.DiscoveryDetails>({
  endpoints: list(
    object<R.DiscoveryDetails['endpoints'][number]>({
      path: text,
      status: nullable(number),
      result: oneOf('read', 'notOffered', 'noAnswer', 'unfit'),
    }),
  ),
  patch: nullable(flag),
  filter: nullable(flag),
  schemas: list(text),
  attributes: list(
    object<R.DiscoveryDetails['attributes'][number]>({
      target: text,
      declared: either(declaredForm, oneOf('implied', 'noSchema', 'noAttribute', 'noSubAttribute')),
    }),
  ),
});

const testConnection = object<R.TestConnectionDetails>({
  method: nullable(text),
  url: nullable(text),
  status: nullable(number),
  verdict: nullable(text),
  discovery: optional(discovery),
});

const importUser = object<R.ImportUserDetails>({
  attributes: map(attributeText),
  converted: list(object<R.ImportUserDetails['converted'][number]>({ name: text, from: text, to: text })),
  missing: list(object<R.ImportUserDetails['missing'][number]>({ name: text, neededBy: list(text) })),
});

const determineScope = object<R.DetermineScopeDetails>({
  inScope: verdict,
  conditions: list(
    object<R.ScopeCondition>({
      id: oneOf('active', 'assigned', 'syncAll', 'role', 'filters', 'inputFilters'),
      label: text,
      result: nullable(verdict),
      reason: text,
    }),
  ),
  filters: list(
    object<R.ScopeFilter>({
      title: text,
      kind: oneOf('scoping', 'input'),
      result: verdict,
      clauses: list(
        object<R.ScopeClause>({
          attribute: text,
          operator: text,
          value: nullable(text),
          actual: nullable(attributeText),
          result: verdict,
          reason: text,
          at: location,
        }),
      ),
    }),
  ),
  smallestChange: list(text),
});

const matchUser = object<R.MatchUserDetails>({
  attempts: list(
    object<R.MatchAttempt>({
      attribute: text,
      value: nullable(text),
      result: oneOf('none', 'one', 'several', 'queryFailed', 'filterIgnored', 'answerUnfit'),
      ids: list(text),
    }),
  ),
  users: list(object<R.MatchedUser>({ id: text, properties: map(attributeText) })),
  differences: list(text),
});

const performAction = object<R.PerformActionDetails>({
  because: text,
  attributes: list(
    object<R.AttributeChange>({
      target: text,
      source: map(nullable(attributeText)),
      expression: nullable(text),
      mapped: nullable(attributeText),
      previous: nullable(attributeText),
      operation: oneOf('add', 'replace', 'remove', 'none', 'notSent'),
      sent: nullable(attributeText),
      stored: nullable(attributeText),
      kept: nullable(oneOf('same', 'letterCase', 'normalised', 'truncated', 'changed', 'ignored', 'dropped')),
      reason: text,
      trace: nullable(trace),
      at: location,
    }),
  ),
  dialects: list(
    object<R.DialectBody>({
      dialect: oneOf('default', 'compliant'),
      spoken: flag,
      requests: list(object<R.DialectBody['requests'][number]>({ method: text, path: text, body: anything })),
      understood: oneOf('yes', 'likely', 'partly', 'no', 'unknown'),
      evidence: text,
    }),
  ),
  members: optional(
    list(
      object<R.MemberChange>({
        member: text,
        sourceId: text,
        targetId: nullable(text),
        operation: oneOf('add', 'remove', 'none'),
        reason: text,
      }),
    ),
  ),
});

const job = object<R.ReportJob>({
  id: text,
  templateId: nullable(text),
  state: oneOf('active', 'paused', 'quarantine', 'notRun', 'notConfigured', 'unknown'),
  application: object<R.ReportJob['application']>({ id: text, appId: text, displayName: text }),
  lastExecution: nullable(
    object<NonNullable<R.ReportJob['lastExecution']>>({
      state: text,
      began: nullable(text),
      ended: nullable(text),
      error: nullable(text),
    }),
  ),
  quarantine: nullable(
    object<NonNullable<R.ReportJob['quarantine']>>({
      reason: nullable(text),
      since: nullable(text),
      nextAttempt: nullable(text),
      error: nullable(text),
    }),
  ),
});

const stepName: Shape<R.StepName> = oneOf(
  'testConnection',
  'importUser',
  'determineScope',
  'matchUser',
  'performAction',
);

const step = <N extends R.StepName, D>(name: Shape<N>, details: Shape<D>): Shape<R.Step<N, D>> => {
  // A generic N and D are beyond what `object` can check key by key; the five calls below are checked.
  const shape = object<R.Step<R.StepName, unknown>>({
    step: name as unknown as Shape<R.StepName>,
    title: text,
    status: oneOf('success', 'warning', 'failure', 'skipped', 'notRun', 'crashed'),
    description: text,
    details: details as unknown as Shape<unknown>,
    diagnostics: list(diagnostic),
    exchanges: list(text),
    startedAt: nullable(text),
    durationMs: number,
  });
  return shape as unknown as Shape<R.Step<N, D>>;
};

/** What every document tells of an exchange, beside its id. */
export const wireExchange = {
  ours: flag,
  planned: flag,
  method: text,
  url: text,
  requestHeaders: map(text),
  requestBody: anything,
  status: nullable(number),
  responseHeaders: map(text),
  responseBody: anything,
  error: nullable(text),
  durationMs: number,
};

const exchange = object<R.ReportExchange>({ id: text, step: stepName, ...wireExchange });

/** The report as data, key by key in the order of report.ts. A key that is added there must be added here to compile. */
export const reportShape: Shape<R.Report> = object<R.Report>({
  format: object<R.Report['format']>({ name: oneOf('provision-user/report'), version: text }),
  tool: object<R.Report['tool']>({ version: text }),
  subject: object<R.Subject>({
    type: oneOf('user', 'group'),
    id: nullable(text),
    userPrincipalName: nullable(text),
    displayName: nullable(text),
  }),
  dryRun: flag,
  mode: oneOf('on-demand', 'cycle'),
  clock: nullable(text),
  seed: nullable(text),
  source: nullable(text),
  target: nullable(text),
  job: optional(nullable(job)),
  diagnostics: list(diagnostic),
  outcome: object<R.Outcome>({
    action: oneOf('create', 'update', 'disable', 'delete', 'skip', 'none'),
    reactivates: flag,
    status: oneOf('success', 'warning', 'failure', 'skipped'),
    reason: nullable(text),
    summary: text,
  }),
  steps: tuple<R.Steps>(
    step(oneOf('testConnection'), testConnection),
    step(oneOf('importUser'), importUser),
    step(oneOf('determineScope'), determineScope),
    step(oneOf('matchUser'), matchUser),
    step(oneOf('performAction'), performAction),
  ),
  modifiedProperties: list(
    object<R.ModifiedProperty>({
      displayName: text,
      oldValue: nullable(text),
      newValue: nullable(text),
    }),
  ),
  exchanges: list(exchange),
});
