import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { describe as inWords } from '../../src/diagnostics/describe.js';
import { judgeDiscovery } from '../../src/discovery/judge-discovery.js';
import { contoso } from '../provision/contoso.js';
import type { AttributeFlow, Job } from '../../src/job/index.js';
import { readDiscovery } from '../../src/scim/discovery/index.js';
import { parseAttributePath } from '../../src/scim/index.js';

interface GivenFlow {
  readonly target: string;
  readonly type?: AttributeFlow['type'];
  readonly flowType?: AttributeFlow['flowType'];
  readonly matching?: number;
}

interface Case {
  readonly name: string;
  readonly source: string;
  readonly flows: readonly (string | GivenFlow)[];
  /** attributes of the core schema of users, as `/Schemas` has them */
  readonly schema: readonly object[];
  readonly extensions?: Readonly<Record<string, readonly object[]>>;
  readonly requiredExtensions?: readonly string[];
  readonly features?: object;
  readonly endpoints?: readonly string[];
  readonly codes: readonly string[];
  /** in one of the messages */
  readonly says?: string;
  /** severity of the worst; a warning where it is left out */
  readonly worst?: string;
}

const cases = JSON.parse(readFileSync(new URL('cases.json', import.meta.url), 'utf8')) as readonly Case[];
const coreUser = 'urn:ietf:params:scim:schemas:core:2.0:User';

function jobOf(given: Case['flows']): Job {
  const [sample] = contoso.flows;
  const flows = given.map((each): AttributeFlow => {
    const {
      target,
      type = 'String',
      flowType = 'Always',
      matching = 0,
    } = typeof each === 'string' ? { target: each } : each;
    return {
      ...sample!,
      target,
      path: parseAttributePath(target)!,
      type,
      flowType,
      matchingPriority: matching,
    };
  });
  return { ...contoso, flows, matching: flows.filter(({ matchingPriority }) => matchingPriority > 0) };
}

const answer = (body: unknown): { status: number; headers: Record<string, string>; body: string } => ({
  status: 200,
  headers: {},
  body: JSON.stringify(body),
});

describe('what a target declares, compared with a mapping', () => {
  test.each(cases)('$name ($source)', (given) => {
    const { flows, schema, extensions = {}, requiredExtensions = [], features, endpoints } = given;
    const schemas = [
      { id: coreUser, attributes: schema },
      ...Object.entries(extensions).map(([id, attributes]) => ({ id, attributes })),
    ];
    const user = {
      name: 'User',
      endpoint: '/Users',
      schema: coreUser,
      schemaExtensions: requiredExtensions.map((urn) => ({ schema: urn, required: true })),
    };
    const types = endpoints?.map((endpoint) => ({ name: endpoint, endpoint })) ?? [user];
    const discovery = readDiscovery({
      serviceProvider: answer(features ?? { patch: { supported: true }, filter: { supported: true } }),
      schemas: answer({ Resources: schemas }),
      resourceTypes: answer({ Resources: types }),
    });
    const found = judgeDiscovery(discovery, jobOf(flows), 'scim.example.com').map(inWords);
    expect(found.map(({ code }) => code)).toEqual(given.codes);
    expect(found.map(({ message }) => message).join('\n')).toContain(given.says ?? '');
    const severities = found.map(({ severity }) => severity);
    if (severities.length > 0) {
      expect(severities.includes('warning') ? 'warning' : severities[0]).toBe(given.worst ?? 'warning');
    }
    // The service looks at none of these declarations, so none of them may fail a run.
    expect(severities).not.toContain('error');
  });

  // "Develop a SCIM endpoint", schema discovery: a ListResponse
  test('schemas in a bare list are read, and the service would not read them', () => {
    const nothing = { status: 404, headers: {}, body: '' };
    const schemas = answer([{ id: coreUser, attributes: [{ name: 'userName', type: 'string' }] }]);
    const discovery = readDiscovery({ serviceProvider: nothing, schemas, resourceTypes: nothing });
    const found = judgeDiscovery(discovery, jobOf(['userName']), 'scim.example.com');
    expect(found.map(({ code }) => code)).toEqual(['discovery/schemas-unreadable']);
  });

  test('a target that declares nothing gives nothing to say', () => {
    const nothing = { status: 404, headers: {}, body: '' };
    const discovery = readDiscovery({ serviceProvider: nothing, schemas: nothing, resourceTypes: nothing });
    expect(judgeDiscovery(discovery, contoso, 'scim.example.com')).toEqual([]);
  });
});
