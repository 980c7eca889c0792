import type {
  Report,
  ReportDiagnostic,
  ReportExchange,
  StepName,
  Steps,
} from '../../../src/report/report.js';

type Part<T> = { readonly [K in keyof T]?: T[K] };

/** A step that went well, with what differs. */
export function step<N extends StepName>(
  name: N,
  title: string,
  details: Extract<Steps[number], { step: N }>['details'],
  rest: Part<Omit<Steps[number], 'step' | 'details' | 'title'>> = {},
): Extract<Steps[number], { step: N }> {
  return {
    step: name,
    title,
    status: 'success',
    description: '',
    details,
    diagnostics: [],
    exchanges: [],
    startedAt: '2026-11-03T09:00:00.000Z',
    durationMs: 3,
    ...rest,
  } as unknown as Extract<Steps[number], { step: N }>;
}

/** A step that did not run. */
export const notRun = { status: 'notRun', startedAt: null, durationMs: 0 } as const;

export function exchange(id: string, of: StepName, rest: Part<ReportExchange>): ReportExchange {
  return {
    id,
    step: of,
    ours: false,
    planned: false,
    method: 'GET',
    url: 'https://scim.contoso.com/scim/v2/Users',
    requestHeaders: { accept: 'application/scim+json' },
    requestBody: null,
    status: 200,
    responseHeaders: {},
    responseBody: null,
    error: null,
    durationMs: 41.4,
    ...rest,
  };
}

export function finding(code: string, rest: Part<ReportDiagnostic>): ReportDiagnostic {
  return {
    code,
    severity: 'error',
    title: code,
    message: code,
    advice: [],
    blame: 'target',
    at: [],
    service: [],
    basis: 'documented',
    ...rest,
  };
}

export const connected = step('testConnection', 'Test connection', {
  method: 'GET',
  url: 'https://scim.contoso.com/scim/v2/Users?filter=userName+eq+%229f1c%22',
  status: 200,
  verdict: 'authorised',
});

export const inScope = step('determineScope', 'Determine scope', {
  inScope: true,
  conditions: [
    { id: 'active', label: 'Active in source system', result: true, reason: '' },
    { id: 'assigned', label: 'Assigned to application', result: true, reason: 'direct, role User' },
    { id: 'syncAll', label: 'Scope sync all', result: null, reason: 'off' },
    { id: 'role', label: 'User has required role', result: true, reason: 'User' },
    { id: 'filters', label: 'Scoping filters', result: true, reason: 'there are none' },
  ],
  filters: [],
  smallestChange: [],
});

export const imported = step('importUser', 'Import user', {
  attributes: {
    objectId: '0b2c7a9e-51a8-4f0c-9a52-6f0f1f0a7c11',
    userPrincipalName: 'alice@contoso.com',
    displayName: 'Alice Ähre',
    department: 'Sales',
    IsSoftDeleted: 'False',
    appRoleAssignments: ['User'],
  },
  converted: [],
  missing: [
    { name: 'mobile', neededBy: ['phoneNumbers[type eq "mobile"].value'] },
    { name: 'manager', neededBy: ['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager'] },
  ],
});

export const matchedId = '2819c223-7f76-453a-919d-413861904646';

export const matched = step('matchUser', 'Match user', {
  attempts: [{ attribute: 'userName', value: 'alice@contoso.com', result: 'one', ids: [matchedId] }],
  users: [
    { id: matchedId, properties: { userName: 'alice@contoso.com', title: 'Engineer', active: 'True' } },
  ],
  differences: [],
});

export const unmatched = step('matchUser', 'Match user', {
  attempts: [
    { attribute: 'userName', value: 'alice@contoso.com', result: 'none', ids: [] },
    { attribute: 'externalId', value: null, result: 'none', ids: [] },
  ],
  users: [],
  differences: [],
});

export const report = (rest: Part<Report>): Report => ({
  format: { name: 'provision-user/report', version: '1.0' },
  tool: { version: '0.1.0' },
  subject: {
    type: 'user',
    id: '0b2c7a9e-51a8-4f0c-9a52-6f0f1f0a7c11',
    userPrincipalName: 'alice@contoso.com',
    displayName: 'Alice Ähre',
  },
  dryRun: false,
  mode: 'on-demand',
  clock: null,
  seed: null,
  source: 'directory.json',
  target: 'scim.contoso.com',
  diagnostics: [],
  outcome: {
    action: 'create',
    reactivates: false,
    status: 'success',
    reason: null,
    summary: 'created alice@contoso.com',
  },
  steps: [connected, imported, inScope, unmatched, noAction],
  modifiedProperties: [],
  exchanges: [],
  ...rest,
});

export const noMatch = { attempts: [], users: [], differences: [] } as const;
export const noScope = { inScope: 'undecided', conditions: [], filters: [], smallestChange: [] } as const;
const noAction = step(
  'performAction',
  'Perform action',
  { because: '', attributes: [], dialects: [] },
  notRun,
);
export const notActed = (description: string): Steps[4] => ({ ...noAction, description });

/** The outcome of a run that failed. */
export const failure = (
  summary: string,
  action: Report['outcome']['action'] = 'none',
  reason: string | null = null,
): Report['outcome'] => ({
  action,
  reactivates: false,
  status: 'failure',
  reason,
  summary,
});
