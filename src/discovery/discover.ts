import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Exchange, TargetRequest } from '../exchanges/exchange.js';
import type { Job } from '../job/index.js';
import type { DiscoveryDetails } from '../report/report.js';
import { discoveryPaths, readDiscovery } from '../scim/discovery/index.js';
import { diagnoseAnswer } from '../scim/index.js';
import type { Target } from '../target/target.js';
import { describeDiscovery } from './describe-discovery.js';
import { judgeDiscovery } from './judge-discovery.js';

/** What a target said of itself, compared with a job. */
export interface Discovered {
  readonly details: DiscoveryDetails;
  readonly diagnostics: readonly Diagnostic[];
  /** three reads, marked `ours` */
  readonly exchanges: readonly Exchange[];
}

const read = (path: string): TargetRequest => ({ method: 'GET', path, ours: true });

/**
 * Asks the three discovery endpoints, one request each, and compares their answers with the job. A target without them is
 * fine; an answer that cannot be read is a warning.
 * Source: the service reads `/Schemas` of gallery applications when a configuration is saved ("Develop a SCIM endpoint");
 * on demand and in cycles it asks none of them.
 */
export async function discover(job: Job, target: Target, signal: AbortSignal): Promise<Discovered> {
  const serviceProvider = await target.send(read(discoveryPaths.serviceProvider), signal);
  const schemas = await target.send(read(discoveryPaths.schemas), signal);
  const resourceTypes = await target.send(read(discoveryPaths.resourceTypes), signal);
  const discovery = readDiscovery({
    serviceProvider: serviceProvider.answer,
    schemas: schemas.answer,
    resourceTypes: resourceTypes.answer,
  });
  const exchanges = [serviceProvider, schemas, resourceTypes];
  const readings = [discovery.serviceProvider, discovery.schemas, discovery.resourceTypes];
  const unread = readings.flatMap((reading, index): Diagnostic[] => {
    const request = exchanges[index]?.request;
    return reading.kind === 'unfit' && request !== undefined
      ? [{ ...diagnoseAnswer(reading.problem, request), severity: 'warning' }]
      : [];
  });
  return {
    details: describeDiscovery(discovery, exchanges, job),
    diagnostics: [...unread, ...judgeDiscovery(discovery, job, target.name)],
    exchanges,
  };
}
