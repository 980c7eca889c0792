import { defineFunction } from './declaration.js';
import { list } from './parameters.js';

/** An app role assignment as the attribute appRoleAssignments holds it. A bare name has no id. */
interface Role {
  readonly id: unknown;
  readonly value: unknown;
  readonly displayName: unknown;
}

/** One text a role: JSON with id, value and displayName, or the bare name of the role, which then is both (decided). */
function readRole(text: string): Role {
  const json = text.startsWith('{') ? parse(text) : undefined;
  return {
    id: json?.id,
    value: json === undefined ? text : json.value,
    displayName: json === undefined ? text : json.displayName,
  };
}

function parse(text: string): Partial<Role> | undefined {
  try {
    return JSON.parse(text) as Partial<Role>;
  } catch {
    return undefined;
  }
}

const nameOf = ({ displayName, value }: Role): string =>
  typeof displayName === 'string' ? displayName : typeof value === 'string' ? value : '';

const admin = '{"id":"1","value":"Admin","displayName":"Administrator"}';

const single = defineFunction({
  name: 'SingleAppRoleAssignment',
  summary: 'The display name of the one app role that is assigned. Several are an error.',
  parameters: [list('appRoleAssignments')],
  result: 'text',
  basis: 'decided',
  examples: [
    {
      expression: 'SingleAppRoleAssignment([appRoleAssignments])',
      attributes: { appRoleAssignments: [admin] },
      expected: 'Administrator',
      source: 'section 6, SingleAppRoleAssignment',
    },
    {
      expression: 'SingleAppRoleAssignment([appRoleAssignments])',
      attributes: { appRoleAssignments: ['Admin', 'User'] },
      expected: { error: true },
      source: 'section 6, SingleAppRoleAssignment: several assigned',
    },
  ],
  apply: (roles, site) => {
    const [only] = roles;
    return roles.length > 1 || only === undefined
      ? site.fail('expression/several-roles', { count: roles.length })
      : nameOf(readRole(only));
  },
});

const complex = defineFunction({
  name: 'AppRoleAssignmentsComplex',
  summary: 'All assigned app roles, each as JSON text with id, value and displayName.',
  parameters: [list('appRoleAssignments')],
  result: 'list',
  basis: 'documented',
  examples: [
    {
      expression: 'AppRoleAssignmentsComplex([appRoleAssignments])',
      attributes: { appRoleAssignments: [admin] },
      expected: [admin],
      source: 'section 6, AppRoleAssignmentsComplex',
    },
  ],
  apply: (roles) =>
    roles.map(readRole).map(({ id, value, displayName }) => JSON.stringify({ id, value, displayName })),
});

const assertive = defineFunction({
  name: 'AssertiveAppRoleAssignmentsComplex',
  summary:
    'All assigned app roles, each as JSON text with primary, type, display and value; they replace the old ones.',
  parameters: [list('appRoleAssignments')],
  result: 'list',
  basis: 'decided',
  examples: [
    {
      expression: 'AssertiveAppRoleAssignmentsComplex([appRoleAssignments])',
      attributes: { appRoleAssignments: ['Editor'] },
      expected: [
        '{"primary":false,"type":"WindowsAzureActiveDirectoryRole","display":"Editor","value":"Editor"}',
      ],
      source: 'section 6, AssertiveAppRoleAssignmentsComplex',
    },
  ],
  apply: (roles) =>
    roles.map(readRole).map(({ value, displayName }) =>
      JSON.stringify({
        primary: false,
        type: 'WindowsAzureActiveDirectoryRole',
        display: displayName,
        value,
      }),
    ),
});

const names = defineFunction({
  name: 'AppRoleAssignments',
  summary: 'The display names of all assigned app roles.',
  parameters: [list('source')],
  result: 'list',
  basis: 'assumed',
  source: 'Microsoft Graph, synchronizationSchema: functions (name of the function)',
  examples: [
    {
      expression: 'AppRoleAssignments([appRoleAssignments])',
      attributes: { appRoleAssignments: [admin, 'User'] },
      expected: ['Administrator', 'User'],
      source: 'assumed: display names, as SingleAppRoleAssignment gives one',
    },
  ],
  apply: (roles) => roles.map((role) => nameOf(readRole(role))),
});

/** Functions of the attribute appRoleAssignments. */
export const roleFunctions = [single, complex, assertive, names];
