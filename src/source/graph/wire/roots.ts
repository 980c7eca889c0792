import type { GraphSourceSettings } from '../../../config/settings.js';

type Cloud = GraphSourceSettings['cloud'];

/** Where a cloud signs in and answers, and what its tokens are for. Roots have no slash at their end. */
export interface Roots {
  /** of the authority as the cloud has it; MSAL and what it signs know this one alone */
  readonly cloudAuthority: string;
  /** where token requests really go */
  readonly authority: string;
  /** of Microsoft Graph as the cloud has it: the resource of tokens, and the host of its links */
  readonly resource: string;
  /** where requests really go */
  readonly graph: string;
}

/** Source: "National cloud deployments" (Microsoft Graph), table of roots; Graph reference, section 1. */
const clouds: Readonly<Record<Cloud, readonly [authority: string, graph: string]>> = {
  global: ['https://login.microsoftonline.com', 'https://graph.microsoft.com'],
  usgov: ['https://login.microsoftonline.us', 'https://graph.microsoft.us'],
  'usgov-dod': ['https://login.microsoftonline.us', 'https://dod-graph.microsoft.us'],
  china: ['https://login.chinacloudapi.cn', 'https://microsoftgraph.chinacloudapi.cn'],
};

/** The roots of the settings: those of the cloud, unless others are named for a proxy or a local stand-in. */
export function findRoots({
  cloud,
  graphUrl,
  authorityUrl,
}: Pick<GraphSourceSettings, 'cloud' | 'graphUrl' | 'authorityUrl'>): Roots {
  const [cloudAuthority, resource] = clouds[cloud];
  return {
    cloudAuthority,
    authority: withoutSlash(authorityUrl ?? cloudAuthority),
    resource,
    graph: withoutSlash(graphUrl ?? resource),
  };
}

const withoutSlash = (url: string): string => url.replace(/\/+$/, '');
