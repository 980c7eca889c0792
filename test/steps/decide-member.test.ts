import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { decideMember } from '../../src/steps/perform-action/decide-member.js';
import type { Reference } from '../../src/steps/index.js';
import type { ChosenMember } from '../../src/steps/index.js';

interface Case {
  readonly name: string;
  readonly source: string;
  readonly standing: ChosenMember['standing'];
  /** left out where nobody is looked up, null where nobody is found */
  readonly account?: string | null;
  readonly outOfScope?: readonly string[];
  readonly held: readonly string[] | null;
  readonly neverRemoves?: boolean;
  readonly operation: string;
  readonly leftOut?: boolean;
}

const cases = JSON.parse(readFileSync(new URL('../cases/members.json', import.meta.url), 'utf8')) as Case[];

function referenceOf({ account, outOfScope = [] }: Case): Reference | undefined {
  if (account === undefined) return undefined;
  return account === null
    ? { kind: 'unresolved', name: 'x', why: 'has no account in the target' }
    : { kind: 'found', name: 'x', id: account, outOfScope };
}

describe('what happens to a member', () => {
  test.each(cases.map((one) => [one.name, one.source, one] as const))('%s (%s)', (_name, _source, one) => {
    const member = { id: 's1', name: 'x', standing: one.standing, remark: 'not a member in the source' };
    const { held, neverRemoves = false } = one;
    const { change, leftOut } = decideMember(member, referenceOf(one), { held, neverRemoves });
    expect([change.operation, leftOut !== undefined]).toEqual([one.operation, one.leftOut ?? false]);
    expect(change.reason).not.toBe('');
  });
});
