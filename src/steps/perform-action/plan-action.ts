import type { TargetRequest } from '../../exchanges/exchange.js';
import {
  assignedId,
  buildCreate,
  buildCreateRequest,
  buildPatch,
  buildPatchRequest,
  type Collection,
  type Dialect,
  type PatchChange,
} from '../../scim/index.js';
import type { Job } from '../../job/index.js';
import type { Row } from './row.js';

type Addressee = Pick<Job, 'kind' | 'collection'>;

/** What is to be sent for an action: the object first, its references in a request of their own. */
export interface Plan {
  readonly request: TargetRequest;
  readonly references: TargetRequest | null;
}

/** The requests of a create. A reference goes to the id that the create will get, written `{id}` until then. */
export function planCreate(
  { kind, collection }: Addressee,
  rows: readonly Row[],
  references: readonly Row[],
  dialect: Dialect,
): Plan {
  const values = rows.flatMap(({ flow, sent }) =>
    sent === null ? [] : [{ path: flow.path, value: sent, form: flow.form }],
  );
  return {
    request: buildCreateRequest(collection, buildCreate(values, kind)),
    // References follow in a PATCH of their own ("Tutorial: develop a SCIM endpoint"; public Q&A).
    references: planChange(collection, references, assignedId, dialect),
  };
}

/** The requests that change an account; null where nothing but references, or nothing at all, is to be changed. */
export function planChange(
  collection: Collection,
  rows: readonly Row[],
  id: string,
  dialect: Dialect,
): TargetRequest | null {
  const changes = changesOf(rows);
  return changes.length === 0 ? null : buildPatchRequest(collection, id, buildPatch(changes, dialect));
}

function changesOf(rows: readonly Row[]): PatchChange[] {
  return rows.flatMap(({ flow, operation, sent }) =>
    sent !== null && operation !== 'none' && operation !== 'notSent'
      ? [{ path: flow.path, operation, value: sent, form: flow.form, multivalued: flow.multivalued }]
      : [],
  );
}
