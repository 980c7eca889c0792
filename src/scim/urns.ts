/** Schema URNs of RFC 7643 section 10 and RFC 7644 section 8.2. */
export const coreUser = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const coreGroup = 'urn:ietf:params:scim:schemas:core:2.0:Group';
export const enterpriseUser = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
export const listResponse = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';
export const patchOp = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
export const scimError = 'urn:ietf:params:scim:api:messages:2.0:Error';

/** Attributes of the core user and group that are lists of objects (RFC 7643 sections 4.1.2 and 4.2), lower case. */
export const complexLists: ReadonlySet<string> = new Set([
  'emails',
  'phonenumbers',
  'ims',
  'photos',
  'addresses',
  'groups',
  'entitlements',
  'roles',
  'x509certificates',
  'members',
]);

/** Whether attributes of this schema stand at the top of a resource: the core schemas, and a name without schema. */
export function isCore(schema: string | null): boolean {
  return schema === null || /^urn:ietf:params:scim:schemas:core:2\.0:(User|Group)$/i.test(schema);
}
