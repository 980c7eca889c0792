import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Exchange } from '../exchanges/exchange.js';
import type { AssignmentsFound } from './source-directory.js';

/** A group as Microsoft Graph gives it: property names of Graph, JSON values. */
export type GraphGroup = Readonly<Record<string, unknown>>;

/** A group that the directory holds, in the recycle bin or not. */
export interface DirectoryGroup {
  readonly group: GraphGroup;
  readonly deleted: boolean;
}

export interface FoundGroups {
  /** the one with the object id, or else everyone with the display name */
  readonly groups: readonly DirectoryGroup[];
  readonly diagnostics: readonly Diagnostic[];
  /** what it took to find them; empty where nothing was asked over the network */
  readonly exchanges: readonly Exchange[];
}

/** A direct member of a group: `/groups/{id}/members` of Microsoft Graph. */
export interface GroupMember {
  readonly id: string;
  /** by `@odata.type`; `other` is a device, a contact, a service principal */
  readonly kind: 'user' | 'group' | 'other';
  readonly displayName: string | null;
  /** null for everything but users */
  readonly userPrincipalName: string | null;
}

export interface GroupMembers {
  /** direct ones alone, all of them */
  readonly members: readonly GroupMember[];
  readonly diagnostics: readonly Diagnostic[];
  readonly exchanges: readonly Exchange[];
}

/** The groups of a source. */
export interface GroupDirectory {
  /** @param nameOrId an object id, or a display name as a whole, letter case aside */
  findGroups(nameOrId: string, signal: AbortSignal): Promise<FoundGroups>;
  /** The direct members of a group; none for an id that is not known. */
  groupMembers(id: string, signal: AbortSignal): Promise<GroupMembers>;
  /** The assignments of the group itself (`principalType` Group), each `direct`; those of its members are not among them. */
  groupAssignments(group: DirectoryGroup, signal: AbortSignal): Promise<AssignmentsFound>;
  /** display names near at hand, to offer the nearest one; left out where asking would cost a request */
  listNames?(): readonly string[];
}
