import type { GraphNeed } from '../graph-client.js';

/** The least privileged permission that suffices, for an application and for a person, who may need a role besides. */
export interface Permission {
  readonly application: string;
  readonly delegated: string;
  readonly role: string | null;
}

const alike = (name: string, role: string | null = null): Permission => ({
  application: name,
  delegated: name,
  role,
});

/** Delegated calls of the synchronization APIs need a role besides (permission tables of those pages). */
const administrator = 'Application Administrator or Cloud Application Administrator';

/**
 * Source: permission tables of the Graph reference pages, as collected in the Graph reference, section 4. The delegated
 * permission is the one that reads anybody; for oneself `User.Read` is enough.
 */
export const permissions: Readonly<Record<GraphNeed, Permission>> = {
  readUser: alike('User.Read.All'),
  readDeletedUser: alike('User.Read.All'),
  readGroup: alike('GroupMember.Read.All'),
  readMembership: alike('User.Read.All with GroupMember.Read.All'),
  readAssignments: alike('Directory.Read.All'),
  readApplication: alike('Application.Read.All'),
  readJob: alike('Synchronization.Read.All', administrator),
  provisionOnDemand: alike('Synchronization.ReadWrite.All', administrator),
  parseExpression: alike('Synchronization.ReadWrite.All', administrator),
};
