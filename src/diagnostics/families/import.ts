import { type Entries, say } from '../entry.js';

/** What step 2 can notice about a user. */
export interface ImportDiagnostics {
  'import/no-matching-attribute': { target: string };
  'import/matching-value-missing': { user: string; attributes: { target: string; from: string }[] };
  'import/attribute-not-readable': { name: string; neededBy: readonly string[] };
  'import/attribute-letter-case': { name: string; neededBy: readonly string[]; probablyMeant: string };
  'import/guest-name-unclear': { userPrincipalName: string };
}

export const importEntries: Entries<ImportDiagnostics> = {
  'import/no-matching-attribute': {
    title: 'No matching attribute',
    severity: 'error',
    blame: 'configuration',
    message: ({ target }) =>
      `No attribute mapping to ${target} is a matching attribute, so no account could ever be recognised.`,
    why: 'A mapping with matchingPriority above 0 says by which attribute a user is looked up in the target.',
    advice: () => [
      say(
        'Switch on "Match objects using this attribute" for a unique attribute, usually userName, with precedence 1.',
      ),
    ],
    service: () => ['ImportSkipped'],
    basis: 'documented',
  },
  'import/matching-value-missing': {
    title: 'No matching attribute has a value',
    severity: 'error',
    blame: 'source',
    message: ({ user, attributes }) =>
      `${user} has no value for any matching attribute: ${attributes.map(({ target, from }) => `${target} (from ${from})`).join(', ')}.`,
    why: 'Without a value for at least one matching attribute the user cannot be looked up in the target, so the run ends here. It says nothing about scope: scope was never evaluated.',
    advice: ({ attributes }) => [
      say(`source: fill ${attributes[0]?.from ?? 'the attribute'} on the user`),
      say('configuration: match on another attribute, one that this user has'),
    ],
    service: () => ['ImportSkipped'],
    basis: 'documented',
  },
  'import/attribute-not-readable': {
    title: 'Attribute not readable from Microsoft Graph',
    severity: 'warning',
    blame: 'configuration',
    message: ({ name, neededBy }) =>
      `Microsoft Graph knows no attribute ${name}, needed by ${neededBy.join(', ')}; it counts as empty.`,
    why: 'The name is neither one of the source schema nor a property of the user. A typo in a directory extension shows as exactly this.',
    advice: () => [say('Check the spelling in the mapping or the scoping filter.')],
    basis: 'assumed',
  },
  'import/attribute-letter-case': {
    title: 'Attribute name in other letters',
    severity: 'warning',
    blame: 'configuration',
    message: ({ name, neededBy, probablyMeant }) =>
      `${name}, needed by ${neededBy.join(', ')}, counts as empty: the user has ${probablyMeant}, and names are case-sensitive.`,
    why: 'Attribute names, directory extensions included, are case-sensitive ("Known issues for provisioning").',
    advice: ({ probablyMeant }) => [say(`Write ${probablyMeant} in the mapping or the scoping filter.`)],
    basis: 'documented',
  },
  'import/guest-name-unclear': {
    title: 'Guest without a home domain in the name',
    severity: 'warning',
    blame: 'source',
    message: ({ userPrincipalName }) =>
      `${userPrincipalName} has the mark of a guest but no underscore before it, so it is used as it is.`,
    why: "The service hands out a guest's name as alias@homedomain, made from alias_homedomain#EXT#@tenant.",
    advice: () => [
      say('Map [mail] or [originalUserPrincipalName] instead if the target needs a plain name.'),
    ],
    basis: 'assumed',
  },
};
