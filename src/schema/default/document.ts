import { entraDirectoryId } from '../entra-directory.js';
import { defaultRows } from './rows.js';
import { sourceAttributes } from './source-attributes.js';
import { targetAttributes } from './target-attributes.js';

const user = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const group = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const flowTypes = 'Add, Update, Delete';

/** The schema of a non-gallery SCIM application without changes, as Graph would write it (schema reference 3 and 7). */
export const defaultDocument = {
  synchronizationRules: [
    {
      id: '03f7d90d-bf71-41b1-bda6-aaf0ddbee5d8',
      name: 'USERGROUP_OUTBOUND_USERGROUP',
      priority: 1,
      sourceDirectoryName: 'Microsoft Entra ID',
      targetDirectoryName: 'customappsso',
      metadata: [{ key: 'supportsProvisionOnDemand', value: 'true' }],
      objectMappings: [
        {
          name: 'Provision Microsoft Entra ID Groups',
          enabled: true,
          flowTypes,
          sourceObjectName: 'Group',
          targetObjectName: group,
          scope: null,
          attributeMappings: defaultRows.group,
        },
        {
          name: 'Provision Microsoft Entra ID Users',
          enabled: true,
          flowTypes,
          sourceObjectName: 'User',
          targetObjectName: user,
          scope: null,
          attributeMappings: defaultRows.user,
        },
      ],
    },
  ],
  directories: [
    {
      id: entraDirectoryId,
      name: 'Microsoft Entra ID',
      objects: [
        { name: 'User', attributes: sourceAttributes.user },
        { name: 'Group', attributes: sourceAttributes.group },
      ],
    },
    {
      name: 'customappsso',
      objects: [
        { name: user, attributes: targetAttributes.user },
        { name: group, attributes: targetAttributes.group },
      ],
    },
  ],
};
