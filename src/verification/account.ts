import type { Exchange } from '../exchanges/exchange.js';
import type { Job } from '../job/index.js';
import { isObject, type JsonObject, memberOf, readAttribute, readBody } from '../scim/index.js';

/** An account as an answer shows it, also where the real client could not read it: the rest is to be tested all the same. */
export interface ShownAccount {
  readonly id: string;
  readonly raw: JsonObject;
}

/** The one resource in an answer, however faulty; undefined where there is none with an id. */
export function accountIn({ answer }: Exchange): ShownAccount | undefined {
  const body = answer === undefined ? undefined : readBody(answer);
  const json = body !== undefined && 'json' in body ? body.json : undefined;
  if (!isObject(json)) return undefined;
  const list = memberOf(json, 'Resources');
  const raw: unknown = Array.isArray(list) && list.length === 1 ? list[0] : json;
  if (!isObject(raw)) return undefined;
  const id = memberOf(raw, 'id');
  return typeof id === 'string' && id !== '' ? { id, raw } : undefined;
}

/** Whether an account that an answer to our create shows has matching values, and none of them is ours. */
export function isStranger({ raw }: ShownAccount, { matching }: Job, guid: string): boolean {
  const held = matching
    .map(({ path }) => readAttribute(raw, path))
    .filter((value) => value !== undefined && value !== null && value !== '');
  const isOurs = JSON.stringify(raw).toLowerCase().includes(guid.toLowerCase());
  return held.length > 0 && !isOurs;
}

/** Whether an account is active; an account without `active` is (RFC 7643 section 4.1.1 leaves it optional). */
export function isActive({ raw }: ShownAccount): boolean {
  return !/^false$/i.test(String(memberOf(raw, 'active')));
}
