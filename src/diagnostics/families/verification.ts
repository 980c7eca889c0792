import { type Entries, run, say } from '../entry.js';

/**
 * What the verification of a target has to say beside the diagnostics of the steps. `request` has the decisive line of its
 * answer behind it.
 */
export interface VerificationDiagnostics {
  'verification/consent-missing': { target: string };
  'verification/consent-refused': { target: string };
  'verification/no-matching-attribute': { target: string };
  'verification/not-exercised': { attributes: string[] };
  'verification/letter-case': { target: string; attribute: string; value: string };
  'verification/not-found-again': { target: string; attribute: string; value: string };
  'verification/finds-strangers': { target: string; attribute: string; value: string; count: number };
  'verification/not-applied': { target: string; dialect: string; attributes: string[] };
  'verification/still-active': { target: string; request: string };
  'verification/still-disabled': { target: string; request: string };
  'verification/hides-disabled': { target: string; request: string };
  'verification/other-account': { target: string; id: string };
  'verification/delete-refused': { target: string; request: string };
  'verification/left-behind': { target: string; id: string | null; name: string };
}

const names = (all: readonly string[]): string => all.join(', ');

export const verificationEntries: Entries<VerificationDiagnostics> = {
  'verification/consent-missing': {
    title: 'Consent is missing',
    severity: 'error',
    blame: 'tool',
    message: ({ target }) =>
      `Nobody consented to create, change and delete a throw-away user in ${target}, so nothing was written.`,
    why: 'A verification writes to the target. A terminal is asked; a script says it with --yes.',
    advice: () => [run('provision-user verify-target --yes'), run('provision-user verify-target --dry-run')],
    basis: 'documented',
  },
  'verification/consent-refused': {
    title: 'Consent was refused',
    severity: 'error',
    blame: 'tool',
    message: ({ target }) => `Nothing was written to ${target}.`,
    why: 'A verification creates, changes and deletes a throw-away user; only an explicit yes lets it.',
    advice: () => [run('provision-user verify-target --dry-run')],
    basis: 'documented',
  },
  'verification/no-matching-attribute': {
    title: 'No matching attribute',
    severity: 'error',
    blame: 'configuration',
    message: ({ target }) =>
      `No matching attribute gives a value that a throw-away user could be found by, so nothing is written to ${target}.`,
    why: 'What was created has to be found again, and nobody else may be touched.',
    advice: () => [say('configuration: mark an attribute mapping as matching, such as userName')],
    basis: 'documented',
  },
  'verification/not-exercised': {
    title: 'Mappings without value',
    severity: 'info',
    blame: 'configuration',
    message: ({ attributes }) =>
      `The mappings of ${names(attributes)} gave the artificial user no value, so they were not tested.`,
    why: 'The values of the throw-away user come from the mapping, run on made-up source attributes.',
    advice: () => [],
    basis: 'documented',
  },
  'verification/letter-case': {
    title: 'Letter case counts in a filter',
    severity: 'error',
    blame: 'target',
    message: ({ target, attribute, value }) =>
      `${target} has the account and does not find it by ${attribute} eq "${value}", which differs in letter case alone.`,
    why: 'userName and mail have no letter case (RFC 7643 sections 4.1.1 and 4.1.2). The service finds nobody, creates, and gets a 409.',
    advice: ({ attribute }) => [
      say(`target: compare ${attribute} without regard to letter case`),
      say(`configuration: send ${attribute} in one letter case, with ToLower`),
    ],
    service: () => ['SystemForCrossDomainIdentityManagementServiceIncompatibleFiltering'],
    basis: 'observed',
  },
  'verification/not-found-again': {
    title: 'New account is not found',
    severity: 'error',
    blame: 'target',
    message: ({ target, attribute, value }) =>
      `${target} created the account and does not find it by ${attribute} eq "${value}".`,
    why: 'The next run looks for it by this filter, finds nobody and creates again.',
    advice: ({ attribute }) => [
      say(`target: find accounts by ${attribute} as soon as they are created`),
      say('configuration: match on an attribute that the target keeps and can filter on'),
    ],
    service: () => ['SystemForCrossDomainIdentityManagementServiceIncompatibleFiltering'],
    basis: 'observed',
  },
  'verification/finds-strangers': {
    title: 'A filter finds who does not fit',
    severity: 'error',
    blame: 'target',
    message: ({ target, attribute, value, count }) =>
      `${target} gave ${String(count)} accounts for ${attribute} eq "${value}", a value that nobody has.`,
    why: 'With a filter that is ignored, strangers would be matched.',
    advice: ({ attribute }) => [say(`target: honour filters on ${attribute}`)],
    service: () => ['DuplicateTargetEntries'],
    basis: 'assumed',
  },
  'verification/not-applied': {
    title: 'Change accepted and not made',
    severity: 'error',
    blame: 'target',
    message: ({ target, dialect, attributes }) =>
      `${target} accepted a PATCH in the ${dialect} dialect, and ${names(attributes)} ${attributes.length === 1 ? 'has' : 'have'} the old value still.`,
    why: 'A path or a member name that the target does not understand is ignored, and the change is sent with every cycle.',
    advice: ({ dialect }) => [
      say(
        dialect === 'compliant'
          ? 'target: read the flat names of a replace without path, such as "name.givenName" and "urn:...:User:department"'
          : 'target: apply every operation of a PATCH by its path',
      ),
    ],
    basis: 'observed',
  },
  'verification/still-active': {
    title: 'Disable accepted and not made',
    severity: 'error',
    blame: 'target',
    message: ({ target, request }) =>
      `${target} accepted the disable; ${request} returns the account as active.`,
    why: 'The service believes the answer: the account stays open.',
    advice: () => [say('target: set active to false, also where it is sent as the text "False"')],
    basis: 'observed',
  },
  'verification/still-disabled': {
    title: 'Enable accepted and not made',
    severity: 'error',
    blame: 'target',
    message: ({ target, request }) =>
      `${target} accepted the enable; ${request} returns the account as disabled.`,
    why: 'The service believes the answer: the account stays closed.',
    advice: () => [say('target: set active to true, also where it is sent as the text "True"')],
    basis: 'observed',
  },
  'verification/hides-disabled': {
    title: 'Disabled account is not returned',
    severity: 'error',
    blame: 'target',
    message: ({ target, request }) => `${target} does not return the disabled account: ${request}.`,
    why: 'Only a hard delete may make an account vanish. One that is hidden is taken for gone: the update fails, or a duplicate is created.',
    advice: () => [say('target: return disabled accounts with active: false, by id and by filter')],
    service: () => ['InvalidAnchor', 'SystemForCrossDomainIdentityManagementServiceIncompatibleFiltering'],
    basis: 'documented',
  },
  'verification/other-account': {
    title: 'Answer shows another account',
    severity: 'error',
    blame: 'target',
    message: ({ target, id }) =>
      `${target} answered the create with account ${id}, which has none of the values that were sent. It was not touched again.`,
    why: 'Changing or deleting it could hit a stranger.',
    advice: () => [say('target: answer a create with the account that was created')],
    basis: 'assumed',
  },
  'verification/delete-refused': {
    title: 'Account cannot be deleted',
    severity: 'error',
    blame: 'target',
    message: ({ target, request }) => `${target} did not delete the account: ${request}.`,
    why: 'The service deletes accounts of users who are deleted for good while in scope, unless Delete is off in the target object actions.',
    advice: () => [
      say('target: support DELETE on /Users/{id}, answered with 204'),
      say('configuration: switch off Delete in the target object actions'),
    ],
    service: () => ['MethodNotAllowed'],
    basis: 'documented',
  },
  'verification/left-behind': {
    title: 'Throw-away user is left behind',
    severity: 'error',
    blame: 'target',
    message: ({ target, id, name }) =>
      id === null
        ? `${name} may have been created in ${target}, and could not be looked for.`
        : `${name} could not be removed from ${target}: its id is ${id}.`,
    why: 'The clean-up is always tried, also after an interruption; this time the target did not let it.',
    advice: ({ id, name }) => [
      say(
        id === null
          ? `Look for ${name} in the target, and remove it.`
          : `Remove ${id} in the target by hand.`,
      ),
    ],
    basis: 'documented',
  },
};
