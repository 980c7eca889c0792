import type { MemberChange } from '../../report/report.js';
import type { ChosenMember } from '../import-user/index.js';
import type { Reference } from './map-references.js';

/** What the decision about a member rests on besides himself. */
export interface Known {
  /** target ids of the members that the group has; null where that is not known */
  readonly held: readonly string[] | null;
  /** the mapping adds values and never removes any */
  readonly neverRemoves: boolean;
}

export interface DecidedMember {
  readonly change: Pick<MemberChange, 'targetId' | 'operation' | 'reason'>;
  /** why a member of the source is not one in the target; undefined for everybody else */
  readonly leftOut?: { readonly why: string; readonly isOutOfScope: boolean };
}

/**
 * What happens to one member: a direct member in the source who is in scope and has an account is added where he is missing;
 * who is no member in the source is removed where he is one in the target; nobody else is touched.
 * @param reference his account in the target; undefined for one who is not looked up
 *
 * Source: "Known issues for provisioning" (a member out of scope: the group is provisioned without him); that one who is there
 * already stays although he is out of scope, and that nobody is removed on a guess, is assumed.
 */
export function decideMember(
  { standing, remark }: ChosenMember,
  reference: Reference | undefined,
  { held, neverRemoves }: Known,
): DecidedMember {
  if (reference === undefined) return untouched(null, remark);
  if (reference.kind === 'unresolved') {
    return standing === 'member'
      ? { ...untouched(null, reference.why), leftOut: { why: `he ${reference.why}`, isOutOfScope: false } }
      : untouched(null, `${remark}; ${reference.why}`);
  }
  const { id, outOfScope } = reference;
  const isHeld = held?.includes(id);
  if (standing === 'member') {
    if (isHeld === true) return untouched(id, 'a member already');
    if (outOfScope.length > 0) {
      const why = `out of scope himself: ${outOfScope.join('; ')}`;
      return { ...untouched(id, why), leftOut: { why, isOutOfScope: true } };
    }
    const reason =
      held === null ? 'a member in the source; not known in the target' : 'a member in the source';
    return { change: { targetId: id, operation: 'add', reason } };
  }
  if (held === null) return untouched(id, `${remark}; not known in the target, so not removed`);
  if (isHeld !== true) return untouched(id, `${remark}, nor in the target`);
  if (neverRemoves) return untouched(id, `${remark}; the mapping only adds`);
  return { change: { targetId: id, operation: 'remove', reason: remark } };
}

const untouched = (targetId: string | null, reason: string): DecidedMember => ({
  change: { targetId, operation: 'none', reason },
});
