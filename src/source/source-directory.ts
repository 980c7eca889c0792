import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Exchange } from '../exchanges/exchange.js';
import type { GroupDirectory } from './group-directory.js';

/** A user as Microsoft Graph gives it: property names of Graph, JSON values. */
export type GraphUser = Readonly<Record<string, unknown>>;

/** How somebody was named on the command line. */
export type UserSelector =
  | { readonly by: 'upn'; readonly value: string }
  | { readonly by: 'id'; readonly value: string }
  | { readonly by: 'search'; readonly value: string };

/** A user that the directory holds, in the recycle bin or not. */
export interface DirectoryUser {
  readonly user: GraphUser;
  readonly deleted: boolean;
}

/** An app role of the service principal. */
export interface AppRole {
  readonly id: string;
  readonly value: string | null;
  readonly displayName: string;
  readonly isEnabled: boolean;
}

/** One assignment of an app role that reaches the user. */
export interface Assignment {
  readonly appRoleId: string;
  readonly via:
    | { readonly kind: 'direct' }
    | {
        readonly kind: 'group';
        readonly id: string;
        readonly displayName: string;
        readonly securityEnabled: boolean;
      };
}

/** An assigned group of which the user is a member only through other groups; it does not count. */
export interface NestedMembership {
  readonly id: string;
  readonly displayName: string;
  /** the chain from the assigned group down to the group that holds the user, by display name */
  readonly path: readonly string[];
}

/** What a source says about the user's assignments to the application. */
export type Assignments =
  | { readonly known: false }
  | {
      readonly known: true;
      readonly assignments: readonly Assignment[];
      readonly nested: readonly NestedMembership[];
      /** null where the source does not tell the application's roles */
      readonly appRoles: readonly AppRole[] | null;
      /** the application's name, where the source tells */
      readonly application: string | null;
    };

export interface Found {
  /** everybody who fits; disabled and deleted users are left out of a search and counted in `hidden` */
  readonly users: readonly DirectoryUser[];
  readonly hidden: { readonly disabled: number; readonly deleted: number };
  /** why nobody could be read, or what could not be read of whom was found */
  readonly diagnostics: readonly Diagnostic[];
  /** requests that it took, in order */
  readonly exchanges: readonly Exchange[];
  /** user principal names of whoever bears the wanted name as another of his addresses: not him, but probably meant */
  readonly probablyMeant?: readonly string[];
  /** true where more users fit a search than the source gave */
  readonly isPartial?: boolean;
}

/** What came of asking for assignments. Where they could not be read, the reason is an error in `diagnostics`. */
export interface AssignmentsFound {
  readonly assignments: Assignments;
  readonly diagnostics: readonly Diagnostic[];
  readonly exchanges: readonly Exchange[];
}

/** Where users come from: Microsoft Graph or a fixture. */
export interface SourceDirectory {
  /** what people call it: a tenant, or the name of a fixture file */
  readonly name: string;
  find(selector: UserSelector, signal: AbortSignal): Promise<Found>;
  assignments(user: DirectoryUser, signal: AbortSignal): Promise<AssignmentsFound>;
  /** the display name of a group with this id, name or address, to tell it from a user who is not there; likewise left out */
  findGroup?(name: string): string | undefined;
  /** user principal names near at hand, to offer the nearest one for a misspelt name; left out where asking would cost a request */
  listNames?(): readonly string[];
  /** left out where a source has users alone */
  readonly groups?: GroupDirectory;
}
