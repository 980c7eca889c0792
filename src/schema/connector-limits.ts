/** What on-demand provisioning cannot do for an application. */
export interface ConnectorLimit {
  readonly kind:
    /** the service does not run it on demand */
    | 'noOnDemand'
    /** authorised by an interactive OAuth grant: its job has to be stopped first */
    | 'oauthGrant';
  /** as the page names it */
  readonly connector: string;
}

/**
 * Recognises an application with a limit by the names of its schema's directories and by the template of its job.
 *
 * Source: "On-demand provisioning in Microsoft Entra ID", known limitations (pipeline reference, section 11, with the text of 2020);
 * template names: schema reference, section 5. That other spellings of these names mean the same is assumed.
 */
export function findConnectorLimit(names: readonly string[]): ConnectorLimit | undefined {
  const plain = names.map((name) => name.toLowerCase().replace(/[^a-z\d]/g, ''));
  return limits.find(({ mark }) => plain.some((name) => mark.test(name)))?.limit;
}

const noOnDemand = (connector: string): ConnectorLimit => ({ kind: 'noOnDemand', connector });
const oauthGrant = (connector: string): ConnectorLimit => ({ kind: 'oauthGrant', connector });

const limits: readonly { readonly mark: RegExp; readonly limit: ConnectorLimit }[] = [
  { mark: /^workday/, limit: noOnDemand('Workday') },
  { mark: /successfactors/, limit: noOnDemand('SuccessFactors') },
  { mark: /^(?:awssinglesignon|awsiam|awssso|amazonwebservices|aws$)/, limit: noOnDemand('AWS') },
  { mark: /^(?:gsuite|googleapps|googleworkspace|googlecloud)/, limit: oauthGrant('G Suite') },
  { mark: /^box(?:$|outdelta)/, limit: oauthGrant('Box') },
  {
    mark: /^workplace(?:$|by|from|outdelta)|facebookatwork|workplacebyfacebook/,
    limit: oauthGrant('Workplace by Facebook'),
  },
  { mark: /^slack/, limit: oauthGrant('Slack') },
];
