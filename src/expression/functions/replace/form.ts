import type { Node } from '../../syntax/tree.js';

/** What Replace does: decided by the places that are filled (function reference, "Replace"). */
export type ReplaceForm = 'text' | 'template' | 'pattern' | 'group' | 'attribute';

/** The seven places of Replace after the source, in order. */
const placeNames = [
  'oldValue',
  'regexPattern',
  'regexGroupName',
  'replacementValue',
  'replacementAttributeName',
  'template',
] as const;

type PlaceName = (typeof placeNames)[number];

const forms: Readonly<Record<string, ReplaceForm>> = {
  'oldValue replacementValue': 'text',
  'oldValue template': 'template',
  'regexPattern replacementValue': 'pattern',
  'regexPattern regexGroupName replacementValue': 'group',
  'regexPattern regexGroupName replacementAttributeName': 'attribute',
};

/** The names of the places that count as filled: an empty constant does so only where it can be a value. */
export function filledPlaces(places: readonly (Node | undefined)[]): readonly PlaceName[] {
  const filled = placeNames.filter((name, index) => {
    const node = places[index + 1];
    return node !== undefined && (name === 'replacementValue' || !isEmptyConstant(node));
  });
  // Many write "" in all places they do not need, so an empty replacement gives way to the forms without one.
  const others = filled.filter((name) => name !== 'replacementValue');
  const replacement = places[placeNames.indexOf('replacementValue') + 1];
  const isEmpty = replacement !== undefined && isEmptyConstant(replacement);
  return isEmpty && others.join(' ') in forms ? others : filled;
}

/** The form that the filled places make; undefined for a combination that is not documented. */
export function formOf(places: readonly (Node | undefined)[]): ReplaceForm | undefined {
  const key = filledPlaces(places).join(' ');
  return Object.hasOwn(forms, key) ? forms[key] : undefined;
}

const isEmptyConstant = (node: Node): boolean => node.kind === 'text' && node.value === '';
