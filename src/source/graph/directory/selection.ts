import { placeInGraph } from '../../source-names.js';

/** What to ask Graph for about a user. */
export interface Selection {
  /** properties that every user has */
  readonly sure: readonly string[];
  /** directory extensions and names that Graph may not know or may not give: one of them can get the whole request refused */
  readonly doubtful: readonly string[];
  readonly manager: boolean;
}

// Graph-api reference, 4.5.
const always = [
  'id',
  'accountEnabled',
  'userPrincipalName',
  'displayName',
  'mail',
  'mailNickname',
  'userType',
];

/** Which properties hold these source attributes. */
export function planSelection(needs: readonly string[]): Selection {
  const places = needs.map(placeInGraph);
  const properties = places.flatMap((place) => (place.kind === 'property' ? [place] : []));
  const named = (sure: boolean): string[] =>
    properties.filter((place) => place.sure === sure).map(({ name }) => name);
  return {
    sure: [...new Set([...always, ...named(true)])],
    doubtful: [...new Set(named(false))],
    manager: places.some(({ kind }) => kind === 'manager'),
  };
}
