import type { AccountInTheWay } from '../../diagnostics/families/action.js';
import { toLowerInvariant, toText, toValue } from '../../expression/index.js';
import { memberOf, readAttribute, type ScimResource } from '../../scim/index.js';
import type { Question, SentValue } from './find-conflict.js';

/**
 * Why the query of a match did not return an account that stands in the way of a create: it holds the value in other letter case,
 * it is inactive, it goes by another name, or another attribute than the matching ones holds what collides.
 * Source: assumed, from the causes that provisioning error pages name for a conflict after an empty match.
 */
export function explainAccount(
  { id, raw }: ScimResource,
  { filter, kind, about }: Question,
  values: readonly SentValue[],
): AccountInTheWay {
  const active = memberOf(raw, 'active');
  const held = values.map((sent) => ({ ...sent, held: textAt(raw, sent) }));
  const sought = held.filter((one) => one.matching && one.held !== null && sameText(one.held, one.value));
  const otherCase = sought.find((one) => one.held !== one.value);
  const renamed = held.find(
    (one) => /^userName$/i.test(one.attribute) && one.held !== null && !sameText(one.held, one.value),
  );
  const reasons: AccountInTheWay['reasons'] = [];
  if (kind === 'asSent' && about?.matching === true) reasons.push('nowFound');
  else if (sought.length > 0) {
    if (otherCase !== undefined) reasons.push('letterCase');
    if (active === false) reasons.push('inactive');
  } else {
    if (renamed !== undefined) reasons.push('renamed');
    if (about?.matching === false) reasons.push('otherAttribute');
  }
  const telling = otherCase ?? renamed;
  return {
    id,
    active: typeof active === 'boolean' ? String(active) : 'not told',
    query: filter,
    reasons,
    differs: telling === undefined ? null : `${telling.attribute} ${JSON.stringify(telling.held)}`,
  };
}

function textAt(raw: unknown, { path }: SentValue): string | null {
  const text = toText(toValue(readAttribute(raw, path)));
  return typeof text === 'string' && text !== '' ? text : null;
}

const sameText = (one: string, other: string): boolean => toLowerInvariant(one) === toLowerInvariant(other);
