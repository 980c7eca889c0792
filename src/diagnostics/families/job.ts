import { type Entries, say } from '../entry.js';

/** What is doubtful or wrong about a mapping as such, whoever the user is. */
export interface JobDiagnostics {
  'job/target-name-unreadable': { target: string };
  'job/duplicate-target': { target: string };
  'job/anchor-mapped': { target: string };
  'job/flow-type-undocumented': { target: string; flowType: string };
  'job/role-function-with-sync-all': { target: string; function: string };
  'job/category-filter-ignored': { groups: string[] };
  'job/empty-filter': { title: string };
  'job/entitlements-unsupported': { target: string };
  'job/custom-attribute-name': { target: string };
  'job/legacy-name': { target: string };
  'job/selects-unique-while-matching': { target: string };
}

export const jobEntries: Entries<JobDiagnostics> = {
  'job/target-name-unreadable': {
    title: 'Target attribute name cannot be read',
    severity: 'error',
    blame: 'configuration',
    message: ({ target }) => `The mapping to "${target}" names no SCIM attribute that could be addressed.`,
    why: 'Target names are SCIM paths: an attribute, attribute.sub, attribute[type eq "x"].sub, or a schema URN with a colon and one of these.',
    advice: () => [say('Correct the target attribute name, for example emails[type eq "work"].value.')],
    basis: 'documented',
  },
  'job/duplicate-target': {
    title: 'Two mappings write the same attribute',
    severity: 'warning',
    blame: 'configuration',
    message: ({ target }) =>
      `Two attribute mappings write ${target}; which one wins in the service is not documented.`,
    why: 'Each target attribute should have one mapping. Here the first one counts, and the later one is left out.',
    advice: () => [say('Remove one of the two attribute mappings.')],
    basis: 'assumed',
  },
  'job/anchor-mapped': {
    title: 'The key of the target is mapped',
    severity: 'warning',
    blame: 'configuration',
    message: ({ target }) => `The mapping to ${target} is left out: the target itself assigns its key.`,
    why: 'The primary key of the target must not be the target of a mapping ("Known issues for provisioning").',
    advice: () => [say('Remove the attribute mapping.')],
    basis: 'documented',
  },
  'job/flow-type-undocumented': {
    title: 'Undocumented flow type',
    severity: 'warning',
    blame: 'configuration',
    message: ({ target, flowType }) =>
      `The mapping to ${target} has flowType ${flowType}, which Microsoft Graph lists without documenting it; it is treated as Always.`,
    why: 'Only Always, ObjectAddOnly and MultiValueAddOnly are documented.',
    advice: () => [say('Set "Apply this mapping" to Always or Only during object creation.')],
    basis: 'assumed',
  },
  'job/role-function-with-sync-all': {
    title: 'Role function under Sync all',
    severity: 'warning',
    blame: 'configuration',
    message: (args) =>
      `${args.function} (mapping to ${args.target}) is documented as incompatible with the scope Sync all users and groups.`,
    why: 'Under Sync all a user need not be assigned, so there may be no app role to read.',
    advice: () => [say('Set the scope to Sync only assigned users and groups, or remove the mapping.')],
    basis: 'documented',
  },
  'job/category-filter-ignored': {
    title: 'categoryFilterGroups are ignored',
    severity: 'warning',
    blame: 'configuration',
    message: ({ groups }) =>
      `The mapping has categoryFilterGroups (${groups.join(', ')}), which are experimental and not evaluated here.`,
    why: 'No public sample shows how the service evaluates them; the verdict on scope may differ.',
    advice: () => [say("Compare with the service's own provisioning log where the verdict matters.")],
    basis: 'assumed',
  },
  'job/empty-filter': {
    title: 'Scoping filter without clauses',
    severity: 'warning',
    blame: 'configuration',
    message: ({ title }) => `Scoping filter "${title}" has no clause, so everybody passes it.`,
    why: 'Filters are ORed: one that lets everybody pass makes the others meaningless.',
    advice: () => [say('Remove the filter or give it a clause.')],
    basis: 'assumed',
  },
  'job/entitlements-unsupported': {
    title: 'Attribute not supported by the client',
    severity: 'warning',
    blame: 'configuration',
    message: ({ target }) => `The service's SCIM client does not support ${target}.`,
    why: 'The attribute entitlements of users is documented as not supported.',
    advice: () => [say('Map roles or a custom extension attribute instead.')],
    basis: 'documented',
  },
  'job/custom-attribute-name': {
    title: 'Custom attribute name off the pattern',
    severity: 'warning',
    blame: 'configuration',
    message: ({ target }) =>
      `${target} does not follow the name pattern of custom attributes, so the service leaves it out of the create request.`,
    why: 'The pattern is urn:ietf:params:scim:schemas:extension:<Name>:2.0:User:<attribute>. Reports say that other names arrive only with a later update.',
    advice: () => [say('Name the attribute by the pattern.')],
    basis: 'observed',
  },
  'job/legacy-name': {
    title: 'Old form of an extension attribute',
    severity: 'warning',
    blame: 'configuration',
    message: ({ target }) => `${target} joins schema and attribute with a dot, the form from before 2018.`,
    why: 'Since then a colon stands between the schema URN and the attribute.',
    advice: () => [say('Write a colon after 2.0:User.')],
    basis: 'documented',
  },
  'job/selects-unique-while-matching': {
    title: 'SelectUniqueValue on a matching attribute',
    severity: 'warning',
    blame: 'configuration',
    message: ({ target }) =>
      `The mapping to ${target} uses SelectUniqueValue, which is documented as not for matching attributes.`,
    why: 'A matching attribute must give the same value each time; SelectUniqueValue gives one that is not taken.',
    advice: () => [say('Match on another attribute.')],
    basis: 'documented',
  },
};
