import type { Job } from '../../job/index.js';
import type { AttributeText, MatchedUser } from '../../report/report.js';
import { type AttributePath, readAttribute, type ScimResource } from '../../scim/index.js';
import { toText, toValue } from '../../expression/index.js';

/** A value of the target by a target name, as text; null where it has none. */
export function readText(resource: unknown, path: AttributePath): AttributeText | null {
  const text = toText(toValue(readAttribute(resource, path)));
  return text === '' ? null : text;
}

/** Users of the target with their values by the target names of the mapping, those without value left out. */
export function describeUsers(job: Job, users: readonly ScimResource[]): MatchedUser[] {
  return users.map(({ id, raw }) => {
    const properties: Record<string, AttributeText> = {};
    for (const flow of job.flows) {
      const text = readText(raw, flow.path);
      if (text !== null && flow.mutability !== 'WriteOnly') properties[flow.target] = text;
    }
    return { id, properties };
  });
}

/** The target names in which several users differ. */
export function listDifferences(job: Job, users: readonly ScimResource[]): string[] {
  if (users.length < 2) return [];
  return job.flows
    .filter((flow) => new Set(users.map(({ raw }) => JSON.stringify(readText(raw, flow.path)))).size > 1)
    .map((flow) => flow.target);
}
