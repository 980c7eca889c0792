import { type Entries, run, say } from '../entry.js';

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
  'action/value-not-kept': { target: string; attributes: { name: string; sent: string; kept: string }[] };
  'action/cycle-would-disable': { account: string; request: string };
  'action/other-dialect-in-cycle': { target: string };
  'action/conflict-account-found': {
    target: string;
    accounts: { id: string; active: string; query: string }[];
  };
  'action/conflict-account-hidden': { target: string; queries: string[] };
  'action/assumed-managed': { account: string };
  'action/not-enabled': { operation: 'Create' | 'Update' };
  'action/deactivation-not-mapped': { account: string };
  'action/partly-done': { done: string; missing: string };
}

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
      `${target} answered with other values than were sent: ${attributes.map(({ name, sent, kept }) => `${name} (sent ${sent}, kept ${kept})`).join('; ')}.`,
    why: 'What is not kept as sent differs again the next time, so each cycle updates the account.',
    advice: () => [
      say('target: store and return values as they were sent'),
      say('configuration: send the form that the target keeps'),
    ],
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
      `Asked again after the refusal, ${target} finds ${accounts.map(({ id, active, query }) => `${id} (active: ${active}) by ${query}`).join('; ')}.`,
    why: 'A read-only request of this tool, not one that the service sends. An account that another attribute finds is not matched, and stands in the way of a new one.',
    advice: () => [
      say('configuration: match on the attribute that finds it'),
      say('target: remove or rename the account if it is a stranger’s'),
    ],
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
  'action/partly-done': {
    title: 'Done in part',
    severity: 'error',
    blame: 'target',
    message: ({ done, missing }) => `${done}, but ${missing}.`,
    why: 'References follow in a request of their own, after the account itself was written.',
    advice: () => [say('Run again after the cause is removed: only what is missing will be sent.')],
    basis: 'assumed',
  },
};
