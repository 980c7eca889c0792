import { type Attributes, createRandom, type Environment } from '../expression/index.js';
import type { AttributeFlow, Job } from '../job/index.js';
import { samePath } from '../scim/index.js';
import { mapRow, type Row } from '../steps/perform-action/index.js';

/** Maps the artificial user, by the rules of a run. */
export interface UserMapper {
  /** everything but references, as a create sends it */
  create(attributes: Attributes): readonly Row[];
  /** what differs from an account */
  update(attributes: Attributes, account: unknown): readonly Row[];
  /** what depends on IsSoftDeleted and differs from an account */
  activity(attributes: Attributes, account: unknown): readonly Row[];
}

/**
 * @param now what expressions see as the present, milliseconds since 1970
 * @param seed what their randomness comes from
 */
export function createUserMapper(job: Job, now: number, seed: string): UserMapper {
  const environment = (name: string): Environment => ({ now, random: createRandom(`${seed}/${name}`) });
  const flows = job.flows.filter(({ type }) => type !== 'Reference');
  const map = (
    chosen: readonly AttributeFlow[],
    event: 'create' | 'update',
    attributes: Attributes,
    account: unknown,
  ): readonly Row[] =>
    chosen.map((flow) => mapRow(flow, { job, event, attributes, account, unique: new Map(), environment }));
  return {
    create: (attributes) => map(flows, 'create', attributes, undefined),
    update: (attributes, account) => map(flows, 'update', attributes, account),
    activity: (attributes, account) =>
      map(
        flows.filter(({ dependsOnSoftDeleted }) => dependsOnSoftDeleted),
        'update',
        attributes,
        account,
      ),
  };
}

/**
 * The rows of one element of a multi-valued attribute that the create leaves out, so that a PATCH has to make the element:
 * the last one that nothing depends on, one with other elements beside it where there is a choice. Empty where no mapping
 * has a path with a filter.
 */
export function chooseHeldBack(rows: readonly Row[]): readonly Row[] {
  const candidates = rows.filter(
    ({ flow, sent }) =>
      sent !== null &&
      flow.path.filter.length > 0 &&
      flow.flowType !== 'ObjectAddOnly' &&
      flow.mutability === 'ReadWrite',
  );
  const groups: Row[][] = [];
  for (const row of candidates) {
    const group = groups.find(([first]) => first !== undefined && isSameElement(first.flow, row.flow));
    if (group === undefined) groups.push([row]);
    else group.push(row);
  }
  const free = groups.filter((group) =>
    group.every(({ flow }) => flow.matchingPriority === 0 && !flow.required),
  );
  const hasSibling = (group: Row[]): boolean =>
    groups.some((other) => other !== group && attributeOf(other) === attributeOf(group));
  return free.findLast(hasSibling) ?? free.at(-1) ?? [];
}

const attributeOf = ([first]: readonly Row[]): string =>
  first === undefined ? '' : `${first.flow.path.schema ?? ''} ${first.flow.path.attribute}`.toLowerCase();

const isSameElement = (one: AttributeFlow, other: AttributeFlow): boolean =>
  samePath({ ...one.path, sub: null }, { ...other.path, sub: null });
