import type { TargetRequest } from '../exchanges/exchange.js';
import type { Job } from '../job/index.js';
import { assignedId, buildDelete, type Dialect, isObject } from '../scim/index.js';
import { planChange, planCreate, type Row } from '../steps/perform-action/index.js';
import type { ArtificialUser } from './artificial-user.js';
import { chooseHeldBack, type UserMapper } from './map-user.js';
import { planManager } from './plan-manager.js';

export const dialects = ['default', 'compliant'] as const satisfies readonly Dialect[];

const users = { kind: 'User', collection: 'Users' } as const;

/** The create of an account, and what it leaves out for a PATCH to add. */
export interface PlannedCreate {
  readonly request: TargetRequest;
  readonly rows: readonly Row[];
  readonly heldBack: readonly Row[];
}

/** @param all also what is else held back for a PATCH with a filtered path */
export function planAccount(user: ArtificialUser, mapper: UserMapper, all = false): PlannedCreate {
  const mapped = mapper.create(user.attributes(0));
  const heldBack = all ? [] : chooseHeldBack(mapped);
  const rows = mapped.filter((row) => !heldBack.includes(row));
  return { request: planCreate(users, rows, [], 'default').request, rows, heldBack };
}

/**
 * Every write of a verification in order, as it goes to a target that keeps what it is sent: what a dry run shows. Ids that
 * the target would assign stand as `{id}`.
 */
export async function planWrites(
  job: Job,
  user: ArtificialUser,
  manager: ArtificialUser,
  mapper: UserMapper,
  cycleDialect: Dialect,
): Promise<readonly TargetRequest[]> {
  const created = planAccount(user, mapper);
  const change = (rows: readonly Row[], dialect: Dialect): TargetRequest[] => {
    const request = planChange('Users', rows, assignedId, dialect);
    return request === null ? [] : [request];
  };
  const accountAt = (stage: 0 | 1 | 2): unknown =>
    planCreate(users, mapper.create(user.attributes(stage)), [], 'default').request.body;
  const last = accountAt(2);
  const active = isObject(last) ? last : {};
  const fillIn = mapper
    .update(user.attributes(0), created.request.body)
    .filter(({ flow }) => created.heldBack.some((row) => row.flow === flow));
  const managed = await planManager(job, manager, active, managerId);
  const toggles = [cycleDialect, ...dialects.filter((dialect) => dialect !== cycleDialect)].flatMap(
    (dialect) => [
      ...change(mapper.activity(user.attributes(2, true), active), dialect),
      ...change(mapper.activity(user.attributes(2), { ...active, active: false }), dialect),
    ],
  );
  return [
    created.request,
    ...change(fillIn, cycleDialect),
    ...change(mapper.update(user.attributes(1), accountAt(0)), 'default'),
    ...change(mapper.update(user.attributes(2), accountAt(1)), 'compliant'),
    ...(managed.length === 0
      ? []
      : [planAccount(manager, mapper, true).request, ...change(managed, cycleDialect)]),
    ...toggles,
    buildDelete('Users', assignedId),
    ...(managed.length === 0 ? [] : [buildDelete('Users', assignedId)]),
  ];
}

/** Stands for the id that the target will give the artificial manager. */
const managerId = '{id of the manager}';
