import { type Advice, type Entries, run, say } from '../entry.js';

/** What step 5 can meet, besides refusals of the target. */
export interface ActionDiagnostics {
  'action/required-missing': { target: string; expression: string };
  'action/single-valued-target': { target: string; values: string[] };
  'action/wrong-type': { target: string; type: string; value: string };
  'action/no-unique-value': { target: string; taken: string[] };
  'action/reference-unresolved': { target: string; name: string; why: string };
  'action/no-answer': { target: string; method: string; path: string; kind: string; reason: string };
  'action/created-without-answer': { target: string; method: string; path: string; status: number };
  'action/consent-missing': { action: string; account: string; target: string };
  'action/consent-refused': { action: string; account: string; target: string };
  'action/value-not-kept': { target: string; attributes: UnkeptValue[] };
  'action/letter-case-not-kept': { target: string; names: string[] };
  'action/cycle-would-disable': { account: string; request: string };
  'action/other-dialect-in-cycle': { target: string };
  'action/conflict-account-found': { target: string; accounts: AccountInTheWay[] };
  'action/conflict-account-hidden': { target: string; queries: string[] };
  'action/assumed-managed': { account: string };
  'action/not-enabled': { operation: 'Create' | 'Update' };
  'action/deactivation-not-mapped': { account: string };
  'action/value-not-cleared': { attributes: { name: string; held: string; sources: string[] }[] };
  'action/default-only-on-create': { attributes: { name: string; defaultValue: string }[] };
  'action/partly-done': {
    done: 'created' | 'updated';
    id: string | null;
    /** target names of what was not written */
    missing: string[];
    /** false where no answer came, so that it may have been written all the same */
    answered: boolean;
  };
}

interface UnkeptValue {
  name: string;
  /** what the target made of it */
  change: keyof typeof alterations;
  /** quoted, or `nothing` */
  sent: string;
  kept: string;
}

/** An account that stands in the way of a create. */
export interface AccountInTheWay {
  id: string;
  /** `true`, `false`, or `not told` */
  active: string;
  query: string;
  /** why the query of the match did not return it; none where that is not known */
  reasons: (keyof typeof hidingReasons)[];
  /** a value of the account that differs from the one sent: `userName "x"` */
  differs: string | null;
}

const alterations = {
  same: 'was kept',
  letterCase: 'was changed in letter case',
  normalised: 'was normalised',
  truncated: 'was cut short',
  changed: 'was changed',
  ignored: 'stayed as it was',
  dropped: 'was dropped',
};

const hidingReasons = {
  letterCase: 'it differs in letter case, and the filter compares letter case',
  inactive: 'it is inactive, and the filter leaves inactive accounts out',
  renamed: 'it goes by another name',
  otherAttribute: 'it holds this value in an attribute that is not matched on',
  nowFound: 'the query finds it now, though it did not a moment ago',
};

export const actionEntries: Entries<ActionDiagnostics> = {
  'action/required-missing': {
    title: 'Required attribute without value',
    severity: 'error',
    blame: 'source',
    message: ({ target, expression }) =>
      `${target} is required in the target and has no value (from ${expression === '' ? 'no mapping' : expression}).`,
    why: 'An account cannot be created without its required attributes, so nothing is sent.',
    advice: ({ target }) => [
      say('source: fill the attribute on the user'),
      say(`configuration: give the mapping to ${target} a default value, or another source`),
    ],
    service: () => ['MandatoryFieldsMissing', 'MissingValues'],
    basis: 'documented',
  },
  'action/single-valued-target': {
    title: 'Several values for one',
    severity: 'error',
    blame: 'configuration',
    message: ({ target, values }) =>
      `${target} takes one value and gets ${String(values.length)}: ${values.slice(0, 3).join(', ')}${values.length > 3 ? ' …' : ''}.`,
    why: 'A multi-valued source attribute cannot flow to a single-valued target attribute.',
    advice: () => [
      say('configuration: map a single-valued attribute, or pick one value with Item'),
      say('source: leave one value'),
    ],
    service: () => ['SchemaPropertyCanOnlyAcceptValue'],
    basis: 'documented',
  },
  'action/wrong-type': {
    title: 'Value does not fit the type',
    severity: 'error',
    blame: 'configuration',
    message: ({ target, type, value }) => `${target} is of type ${type}, and the mapping gives "${value}".`,
    why: 'The value cannot be converted, so the run ends before any request.',
    advice: () => [say('configuration: let the expression give a value of that type')],
    basis: 'assumed',
  },
  'action/no-unique-value': {
    title: 'Every candidate is taken',
    severity: 'error',
    blame: 'configuration',
    message: ({ target, taken }) =>
      `Every value that SelectUniqueValue offers for ${target} is taken in the target: ${taken.join(', ')}.`,
    why: 'The service holds the user back and tries again later.',
    advice: () => [say('configuration: add a rule to SelectUniqueValue')],
    basis: 'documented',
  },
  'action/reference-unresolved': {
    title: 'Reference not found in the target',
    severity: 'warning',
    blame: 'source',
    message: ({ target, name, why }) => `${target} is left out: ${name} ${why}.`,
    why: "A reference such as manager needs the referenced user's own account in the target. When that comes later, the service does not add the reference until a restart.",
    advice: ({ name }) => [say(`Provision ${name} first, then this user again.`)],
    service: () => ['UnableToResolveReferenceAttributeValue'],
    basis: 'documented',
  },
  'action/no-answer': {
    title: 'No answer to a write',
    severity: 'error',
    blame: 'network',
    message: ({ target, method, path, kind, reason }) =>
      `${target} gave no answer to ${method} ${path} (${kind})${reason === '' ? '' : `: ${reason}`}. Whether it was done is not known.`,
    why: 'A write is never repeated by itself, since it may have been acted upon.',
    advice: () => [say('Run again with --dry-run: it shows what is still to be done.')],
    service: ({ kind }) => [kind === 'timeout' ? 'Timeout' : 'WebExceptionProtocolError'],
    basis: 'assumed',
  },
  'action/created-without-answer': {
    title: 'Created without telling the id',
    severity: 'error',
    blame: 'target',
    message: ({ target, method, path, status }) =>
      `${target} answered ${method} ${path} with ${String(status)} and no resource, so the new account's id is not known.`,
    why: 'The service takes the id from the answer, and uses it from then on.',
    advice: () => [say('target: answer a create with 201 and the resource')],
    service: () => ['SystemForCrossDomainIdentityManagementServiceIncompatible'],
    basis: 'documented',
  },
  'action/consent-missing': {
    title: 'Consent is missing',
    severity: 'error',
    blame: 'configuration',
    message: ({ action, account, target }) =>
      `This run would ${action} ${account} in ${target}, which needs consent; nothing was sent.`,
    why: 'Disabling and deleting take access away from a person.',
    advice: () => [run('provision-user ... --yes'), say('Or see first what would be sent with --dry-run.')],
    basis: 'assumed',
  },
  'action/consent-refused': {
    title: 'Consent was refused',
    severity: 'error',
    blame: 'configuration',
    message: ({ action, account, target }) =>
      `You did not agree to ${action} ${account} in ${target}; nothing was sent.`,
    why: 'Disabling and deleting take access away from a person.',
    advice: () => [say('Run again and answer yes, or give --yes.')],
    basis: 'assumed',
  },
  'action/value-not-kept': {
    title: 'Target did not keep a value',
    severity: 'warning',
    blame: 'target',
    message: ({ target, attributes }) =>
      `${target} did not keep what it was sent: ${attributes.map(({ name, change, sent, kept }) => `${name} ${alterations[change]} (sent ${sent}, kept ${kept})`).join('; ')}. The next cycle finds the same difference, and updates the account again, endlessly.`,
    why: 'What is not kept as sent differs again the next time, so each cycle updates the account.',
    advice: ({ attributes }) => adviseOnUnkept(attributes),
    basis: 'documented',
  },
  'action/letter-case-not-kept': {
    title: 'Letter case was changed',
    severity: 'info',
    blame: 'target',
    message: ({ target, names }) =>
      `${target} keeps ${names.join(', ')} in other letter case than was sent. It goes unnoticed while the attribute is not case-exact.`,
    why: 'Comparison ignores letter case unless the target attribute is caseExact; then each cycle would update the account.',
    advice: () => [say('configuration: leave caseExact off for these attributes, or map with ToLower')],
    basis: 'documented',
  },
  'action/cycle-would-disable': {
    title: 'The next cycle would disable the account',
    severity: 'info',
    blame: 'source',
    message: ({ account }) =>
      `On demand nothing happens to inactive users. The next regular cycle would disable ${account}.`,
    why: 'Disabling and deleting of users who are disabled or deleted in Microsoft Entra ID is a documented limitation of on demand.',
    advice: ({ request }) => [
      say(`It would send ${request}`),
      say('Wait for the next cycle, about every 40 minutes.'),
    ],
    service: () => ['NotEffectivelyEntitled'],
    basis: 'documented',
  },
  'action/other-dialect-in-cycle': {
    title: 'A cycle would write it differently',
    severity: 'info',
    blame: 'configuration',
    message: ({ target }) =>
      `The tenant URL of ${target} carries aadOptscim062020, which on demand does not honour: this PATCH is written as on demand writes it, and cycles write the other dialect.`,
    why: 'The flag turns on operations in small letters, JSON booleans and one replace without path. It is documented as not working with on-demand provisioning, so that an update can fail in one and work in the other.',
    advice: () => [
      run('provision-user ... --as cycle --dry-run'),
      say('target: accept both dialects, booleans as text included'),
    ],
    basis: 'documented',
  },
  'action/conflict-account-found': {
    title: 'This account is in the way',
    severity: 'info',
    blame: 'target',
    message: ({ target, accounts }) =>
      `Asked again after the refusal, ${target} finds ${accounts.map(tellAccount).join('; ')}.`,
    why: 'A read-only request of this tool, not one that the service sends. An account that the query of the match does not return is not matched, and stands in the way of a new one.',
    advice: ({ accounts }) => adviseOnAccounts(accounts.flatMap(({ reasons }) => reasons)),
    basis: 'assumed',
  },
  'action/conflict-account-hidden': {
    title: 'No account to be seen in the way',
    severity: 'info',
    blame: 'target',
    message: ({ target, queries }) =>
      `Asked again after the refusal, ${target} finds nobody by ${queries.join(', nor by ')}.`,
    why: 'A read-only request of this tool, not one that the service sends. A target must find inactive accounts too, and compare as its unique index does.',
    advice: () => [
      say('target: let the filter find inactive and deleted accounts, and other letter case'),
      say('Read the detail of the refusal: it may not be about a duplicate at all.'),
    ],
    basis: 'assumed',
  },
  'action/assumed-managed': {
    title: 'The account is taken to be managed',
    severity: 'info',
    blame: 'tool',
    message: ({ account }) => `The matched account of ${account} is taken to be managed by this job.`,
    why: 'The service disables only accounts that it created or matched before. It remembers them in links that are not kept locally, so a match counts.',
    advice: () => [],
    basis: 'assumed',
  },
  'action/not-enabled': {
    title: 'Switched off in the Target Object Actions',
    severity: 'info',
    blame: 'configuration',
    message: ({ operation }) =>
      `${operation} is switched off in the Target Object Actions of the mapping, so nothing is done.`,
    why: 'The boxes Create, Update and Delete of a mapping say what the service may do; disabling needs Update.',
    advice: ({ operation }) => [say(`configuration: tick ${operation} in the Target Object Actions`)],
    basis: 'documented',
  },
  'action/deactivation-not-mapped': {
    title: 'Nothing in the mapping disables the account',
    severity: 'warning',
    blame: 'configuration',
    message: ({ account }) =>
      `${account} stays active: no attribute mapping depends on IsSoftDeleted. An application without soft delete may see a DELETE from the service instead.`,
    why: 'The service disables an account through a mapping such as active from Switch([IsSoftDeleted], , "False", "True", "True", "False").',
    advice: () => [say('configuration: map active from IsSoftDeleted')],
    basis: 'assumed',
  },
  'action/value-not-cleared': {
    title: 'Cleared in the source, kept in the target',
    severity: 'info',
    blame: 'configuration',
    message: ({ attributes }) =>
      `The target keeps ${attributes.map(({ name, held, sources }) => `${name} ${held}, though ${sources.length === 0 ? 'the mapping gives null' : `${sources.join(', ')} is null`}`).join('; ')}. Nulls are not sent.`,
    why: 'A mapping without value takes no part in an update, so that clearing an attribute in Microsoft Entra ID does not clear it in the target.',
    advice: ({ attributes }) => [
      say(
        `configuration: let the mapping give an empty text or another value instead of null: IIF(IsNullOrEmpty([${attributes[0]?.sources[0] ?? 'attribute'}]), "-", [${attributes[0]?.sources[0] ?? 'attribute'}])`,
      ),
      say('target: clear the value there'),
    ],
    basis: 'documented',
  },
  'action/default-only-on-create': {
    title: 'Default value is for creation only',
    severity: 'info',
    blame: 'configuration',
    message: ({ attributes }) =>
      `${attributes.map(({ name, defaultValue }) => `${name} stays empty, though its mapping has the default ${JSON.stringify(defaultValue)}`).join('; ')}: a default is filled in when an account is created, not when it is updated.`,
    why: 'The default value of a mapping is used if the source has none, and only on creation.',
    advice: () => [
      say(
        'configuration: put the default into the expression: Switch(IsPresent([x]), "Default", "True", [x])',
      ),
    ],
    basis: 'documented',
  },
  'action/partly-done': {
    title: 'Done in part',
    severity: 'error',
    blame: 'target',
    message: ({ done, id, missing, answered }) =>
      `The account was ${done}${id === null ? '' : ` as ${id}`}, but ${missing.join(', ')} ${answered ? 'was refused' : 'got no answer'}.`,
    why: 'References follow in a request of their own, after the account itself was written.',
    advice: () => [say('Run again after the cause is removed: only what is missing will be sent.')],
    basis: 'assumed',
  },
};

function adviseOnUnkept(attributes: readonly UnkeptValue[]): Advice[] {
  const named = (...changes: readonly UnkeptValue['change'][]): string =>
    attributes
      .filter(({ change }) => changes.includes(change))
      .map(({ name }) => name)
      .join(', ');
  const lost = named('dropped', 'ignored');
  const cut = named('truncated');
  const rewritten = named('normalised', 'changed', 'letterCase');
  return [
    ...(lost === '' ? [] : [say(`target: store and return ${lost}; configuration: else remove the mapping`)]),
    ...(cut === '' ? [] : [say(`configuration: cut ${cut} to the length that the target keeps, with Mid`)]),
    ...(rewritten === ''
      ? []
      : [
          say(`target: store and return ${rewritten} as sent`),
          say('configuration: else send the form that the target keeps, with Replace or ToLower'),
        ]),
  ];
}

function tellAccount({ id, active, query, reasons, differs }: AccountInTheWay): string {
  const because = reasons.map((reason) => hidingReasons[reason]).join('; ');
  const parts = [`active: ${active}`, ...(differs === null ? [] : [differs])].join(', ');
  return `${id} (${parts}) by ${query}${because === '' ? '' : `: ${because}`}`;
}

/** What to do about accounts in the way of a create, by why the match did not find them. */
export function adviseOnAccounts(reasons: readonly (keyof typeof hidingReasons)[]): Advice[] {
  return [
    ...(reasons.includes('letterCase')
      ? [say('target: compare userName and e-mail without regard to letter case in filters')]
      : []),
    ...(reasons.includes('inactive') ? [say('target: return inactive accounts for a filter, too')] : []),
    say('configuration: match on the attribute that finds it'),
    say('target: remove or rename the account if it is a stranger’s'),
  ];
}
