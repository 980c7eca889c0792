import { listWords } from '../service-word.js';

/** Codes of connectors that this tool does not imitate, for reading logs. Source: error tables of "Provisioning logs". */
export const otherConnectorCodes = listWords(
  'error code of another connector',
  { category: 'failure', steps: [5] },
  [
    {
      word: 'AzureActiveDirectoryCannotUpdateObjectsOriginatedInExternalService',
      who: ['target'],
      meaning: 'The property is mastered elsewhere, in Exchange Online for example.',
      tell: 'Change it there.',
    },
    {
      word: 'AzureDirectoryB2BManagementPolicyCheckFailure',
      who: ['configuration'],
      meaning: 'Automatic redemption of invitations is not switched on in both tenants.',
      tell: 'Switch it on in the cross-tenant access settings of both.',
    },
    {
      word: 'AzureActiveDirectoryQuotaLimitExceeded',
      who: ['target'],
      meaning: 'The target tenant has reached its quota of objects.',
      tell: 'Delete objects that are no longer needed, or ask for more.',
    },
    {
      word: 'AzureActiveDirectoryForbidden',
      who: ['configuration'],
      meaning: 'The external collaboration settings block the invitation.',
      tell: 'Allow it in the external collaboration settings.',
    },
    {
      word: 'AzureActiveDirectoryCannotUpdateObjectsMasteredOnPremises',
      who: ['target'],
      meaning: 'The target user is mastered on premises.',
      tell: 'Change the user there.',
    },
    {
      word: 'InvitationCreationFailure',
      who: ['target', 'source'],
      meaning: 'The invitation failed.',
      tell: 'Read the reason of the record.',
    },
    {
      word: 'InvitationCreationFailureUserAccountDisabled',
      who: ['target'],
      meaning: 'The invitation failed: the pending account is disabled.',
      tell: 'Enable or remove the pending account.',
    },
    {
      word: 'InvitationCreationFailureInvalidPropertyValue',
      who: ['source'],
      meaning: 'The invitation failed: the mail is bad, the userType is, or it is the address of a group.',
      tell: 'Correct the value on the user.',
    },
    {
      word: 'InvitationCreationFailureAmbiguousUser',
      who: ['target'],
      meaning: 'The invitation failed: an internal user has the proxy address.',
      tell: 'Remove the address from the internal user.',
    },
    {
      word: 'HybridSynchronizationActiveDirectoryCannotFindAttribute',
      who: ['configuration'],
      meaning: "The attribute is not in the agent's stored schema of Active Directory.",
      tell: 'Let the agent read the schema again, or correct the name.',
    },
    {
      word: 'InvalidAttributeSyntax',
      who: ['configuration', 'source'],
      meaning: 'An empty text was written to Active Directory (InvalidAttributeSyntax-LdapErr...).',
      tell: 'Let the expression give no value instead of an empty text.',
    },
  ],
);
