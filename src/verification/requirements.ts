/** One thing that the service needs of a target. */
export interface Requirement {
  readonly title: string;
  /** what happens in the service where it is not met */
  readonly consequence: string;
}

const incompatible = 'SystemForCrossDomainIdentityManagementServiceIncompatible';

/**
 * What the service's cycle needs of a target, in the order in which it comes up.
 * Sources: "Develop a SCIM endpoint", "Known issues and resolutions with SCIM 2.0 protocol compliance", RFC 7643 section 4
 * and RFC 7644 section 3; consequences as in provisioning logs and public questions.
 */
export const requirements = {
  credentials: {
    title: 'credentials are accepted',
    consequence: 'the connection test fails, and the job goes into quarantine',
  },
  probe: {
    title: 'the connection test passes',
    consequence: 'the configuration cannot be saved, and the job goes into quarantine',
  },
  groups: {
    title: '/Groups answers the connection test',
    consequence: 'the connection test fails: groups are mapped',
  },
  filter: {
    title: 'a filter on each matching attribute finds nobody who does not fit',
    consequence: 'accounts cannot be matched',
  },
  create: {
    title: 'an account can be created',
    consequence: 'nobody new is provisioned',
  },
  foundAgain: {
    title: 'the new account is found by each matching attribute',
    consequence: 'the next run creates a duplicate, or ends in a 409',
  },
  letterCase: {
    title: 'letter case does not count in filters on userName and mail',
    consequence: 'an account in other letters is not found, and its create ends in a 409',
  },
  read: {
    title: 'one account is read by its id',
    consequence: `${incompatible}, or MultipleEntriesInResponse`,
  },
  defaultDialect: {
    title: 'PATCH as on demand sends it: capital op names, an operation an attribute',
    consequence: 'changes are refused or lost on demand, and in cycles without a flag on the tenant URL',
  },
  compliantDialect: {
    title: 'PATCH as the flag aadOptscim062020 has it: one replace without path',
    consequence: 'changes are refused or lost in cycles with that flag',
  },
  filteredPath: {
    title: 'a path with a filter creates the element that it names',
    consequence: 'the whole PATCH is lost with noTarget, or the value never arrives',
  },
  manager: {
    title: 'a manager is set as the bare id, and returned as an object',
    consequence: 'the reference is refused, sent with every cycle, or makes the account unreadable',
  },
  disable: {
    title: 'an account can be disabled',
    consequence: 'people who left keep their access',
  },
  disabledReturned: {
    title: 'a disabled account is still returned, by id and by filter',
    consequence: 'it is taken for gone, and assigned again it becomes a duplicate',
  },
  enable: {
    title: 'a disabled account can be enabled',
    consequence: 'people who come back stay locked out',
  },
  deletion: {
    title: 'an account can be deleted',
    consequence: 'accounts of users who were deleted for good stay',
  },
  json: {
    title: 'answers are JSON, not HTML',
    consequence: incompatible,
  },
  listResponse: {
    title: 'a query is answered with a ListResponse, for nobody and for one',
    consequence: 'the connection test and every match fail',
  },
  resourcesPresent: {
    title: 'Resources is there when totalResults is above 0',
    consequence: incompatible,
  },
  resourceId: {
    title: 'every resource has an id, a text',
    consequence: 'the account cannot be used',
  },
  attributeTypes: {
    title: 'attributes have the types of RFC 7643',
    consequence: `${incompatible}: the account cannot be deserialised`,
  },
  valuesKept: {
    title: 'values are kept and returned as they were sent',
    consequence: 'they are sent again with every cycle',
  },
  mediaType: {
    title: 'answers say that they are JSON, in the charset that they are in',
    consequence: 'the documentation asks for application/scim+json; only application/json is known to do',
  },
  entitlements: {
    title: 'no mapping writes entitlements',
    consequence: 'the attribute is not supported by the client',
  },
  schemas: {
    title: '/Schemas can be read by the service and fits the mapping',
    consequence: 'for gallery applications discovery fails; elsewhere it is only told here',
  },
} as const satisfies Readonly<Record<string, Requirement>>;

export type RequirementId = keyof typeof requirements;

export const requirementIds = Object.keys(requirements) as readonly RequirementId[];
