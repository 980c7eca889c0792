import type { TargetRequest } from '../../exchanges/exchange.js';
import {
  assignedId,
  buildCreate,
  buildCreateRequest,
  buildPatch,
  buildPatchRequest,
  type Dialect,
  type PatchChange,
} from '../../scim/index.js';
import type { Row } from './row.js';

/** What is to be sent for an action: the object first, its references in a request of their own. */
export interface Plan {
  readonly request: TargetRequest;
  readonly references: TargetRequest | null;
}

/** The requests of a create. A reference goes to the id that the create will get, written `{id}` until then. */
export function planCreate(rows: readonly Row[], references: readonly Row[], dialect: Dialect): Plan {
  const values = rows.flatMap(({ flow, sent }) =>
    sent === null ? [] : [{ path: flow.path, value: sent, form: flow.form }],
  );
  return {
    request: buildCreateRequest('Users', buildCreate(values, 'User')),
    // References follow in a PATCH of their own ("Tutorial: develop a SCIM endpoint"; public Q&A).
    references: planChange(references, assignedId, dialect),
  };
}

/** The requests that change an account; null where nothing but references, or nothing at all, is to be changed. */
export function planChange(rows: readonly Row[], id: string, dialect: Dialect): TargetRequest | null {
  const changes = changesOf(rows);
  return changes.length === 0 ? null : buildPatchRequest('Users', id, buildPatch(changes, dialect));
}

function changesOf(rows: readonly Row[]): PatchChange[] {
  return rows.flatMap(({ flow, operation, sent }) =>
    sent !== null && (operation === 'add' || operation === 'replace')
      ? [{ path: flow.path, operation, value: sent, form: flow.form, multivalued: flow.multivalued }]
      : [],
  );
}
