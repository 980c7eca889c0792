import { type Entries, say } from '../entry.js';

/** What step 2 can notice about a user. */
export interface ImportDiagnostics {
  'import/no-matching-attribute': { target: string };
  'import/matching-value-missing': { user: string; attributes: { target: string; from: string }[] };
  'import/attribute-not-readable': { name: string; neededBy: readonly string[] };
  'import/attribute-letter-case': { name: string; neededBy: readonly string[]; probablyMeant: string };
  /** `nearest`: a directory extension of the user that was probably meant; `isWellFormed`: whether the name can be one at all */
  'import/extension-unknown': {
    name: string;
    neededBy: readonly string[];
    nearest: string | null;
    isWellFormed: boolean;
  };
  /** `trims`: the mapping in which Trim would help; null where it would not */
  'import/invisible-characters': {
    name: string;
    value: string;
    found: readonly { name: string; place: string }[];
    neededBy: readonly string[];
    isMatched: boolean;
    trims: string | null;
  };
  'import/guest-name-unclear': { userPrincipalName: string };
  'import/not-a-user': { name: string; source: string };
}

/** @param character as `U+00A0 no-break space` */
function takeOut(name: string, character: string): string {
  const [code = ''] = character.split(' ', 1);
  const instead = /(?<!zero width) space$/.test(character) ? ' ' : '';
  const pattern = `\\u${code.slice(2)}`;
  return `configuration: take it out in the mapping: Replace([${name}], , "${pattern}", , "${instead}", , )`;
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
      say(`source: fill ${attributes.map(({ from }) => from).join(' or ')} on the user`),
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
    advice: ({ name }) => [
      say(`Check the spelling of ${name} in the mapping or the scoping filter.`),
      say('An attribute of another system must first reach Microsoft Entra ID, as a directory extension.'),
    ],
    basis: 'assumed',
  },
  'import/attribute-letter-case': {
    title: 'Attribute name in other letters',
    severity: 'warning',
    blame: 'configuration',
    message: ({ name, neededBy, probablyMeant }) =>
      `${name}, needed by ${neededBy.join(', ')}, counts as empty: the attribute is called ${probablyMeant}, and names are case-sensitive.`,
    why: 'Attribute names, directory extensions included, are case-sensitive ("Known issues for provisioning").',
    advice: ({ probablyMeant }) => [say(`Write ${probablyMeant} in the mapping or the scoping filter.`)],
    basis: 'documented',
  },
  'import/extension-unknown': {
    title: 'Directory extension not found',
    severity: 'warning',
    blame: 'configuration',
    message: ({ name, neededBy, nearest, isWellFormed }) =>
      `${name}, needed by ${neededBy.join(', ')}, counts as empty: ${
        isWellFormed
          ? `the user has ${nearest ?? 'no such extension'} instead`
          : 'a directory extension is named extension_<appId without dashes>_<name>'
      }.`,
    why: 'A directory extension belongs to one application and is named by its id, without dashes. Microsoft Graph says nothing of a name that it does not know: the attribute is simply not there. Names are case-sensitive.',
    advice: ({ name, nearest }) => [
      ...(nearest === null ? [] : [say(`Write ${nearest} in the mapping or the scoping filter.`)]),
      say(
        `Compare ${name} with the attributes of the user, letter by letter (--details, or Graph Explorer).`,
      ),
      say('portal: add the extension to the source attributes of the mapping, then choose it there.'),
    ],
    basis: 'documented',
  },
  'import/invisible-characters': {
    title: 'Blank or invisible character in a value',
    severity: 'warning',
    blame: 'source',
    message: ({ name, value, found, neededBy }) =>
      `${name} is "${value}": ${found
        .slice(0, 3)
        .map((one) => `${one.name} ${one.place}`)
        .join(
          ', ',
        )}${found.length > 3 ? ` and ${String(found.length - 3)} more` : ''}. It goes as it is to ${neededBy.join(', ')}.`,
    why: 'Two values that look the same are not the same to a filter, and most targets keep or refuse such characters in their own way. The service does not trim. Such values come from copied text and from imports of other systems.',
    advice: ({ name, found, trims, isMatched }) => [
      say(`source: type ${name} anew on the user, without pasting it.`),
      ...(trims === null ? [] : [say(`configuration: map ${trims} with Trim([${name}]).`)]),
      ...(trims === null ? found.slice(0, 1).map((one) => say(takeOut(name, one.name))) : []),
      ...(isMatched
        ? [say('target: an account that was made by hand has the plain value, so that it is not matched.')]
        : []),
    ],
    basis: 'documented',
  },
  'import/not-a-user': {
    title: 'A group, not a user',
    severity: 'error',
    blame: 'configuration',
    message: ({ name, source }) =>
      `${name} is a group in ${source}; users alone are provisioned here, one a run.`,
    why: 'On demand takes one user, or one group with up to five members where the connector supports groups; roles and nested groups are not supported. This tool provisions users.',
    advice: () => [
      say('Name one of its members: provision-user --upn <member>.'),
      say('portal: provision the group on demand there, with up to five members.'),
    ],
    service: () => ['EntityTypeNotSupported'],
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
