import type { Exchange } from '../exchanges/exchange.js';
import type { Job } from '../job/index.js';
import type { DeclaredForm, DiscoveryDetails } from '../report/report.js';
import { type Discovery, findDeclared, type Reading } from '../scim/discovery/index.js';

/**
 * What a target declares, for the report: of the attributes only those that are mapped.
 * @param exchanges of the three endpoints, in the order of the members of `Discovery`
 */
export function describeDiscovery(
  { serviceProvider, schemas, resourceTypes }: Discovery,
  exchanges: readonly Exchange[],
  job: Job,
): DiscoveryDetails {
  const readings = [serviceProvider, schemas, resourceTypes];
  const declared = schemas.kind === 'read' ? schemas.value.schemas : undefined;
  return {
    endpoints: exchanges.map(({ request, answer }, index) => ({
      path: request.path,
      status: answer?.status ?? null,
      result: resultOf(readings[index]),
    })),
    patch: (serviceProvider.kind === 'read' ? serviceProvider.value.patch : undefined) ?? null,
    filter: (serviceProvider.kind === 'read' ? serviceProvider.value.filter : undefined) ?? null,
    schemas: declared?.map(({ id }) => id) ?? [],
    attributes:
      declared === undefined
        ? []
        : job.flows.map(({ target, path }) => {
            const found = findDeclared(declared, path);
            return { target, declared: found.kind === 'declared' ? formOf(found) : found.kind };
          }),
  };
}

const resultOf = (reading: Reading<unknown> | undefined): DiscoveryDetails['endpoints'][number]['result'] =>
  reading?.kind ?? 'noAnswer';

function formOf({
  attribute,
  leaf,
}: Extract<ReturnType<typeof findDeclared>, { kind: 'declared' }>): DeclaredForm {
  return {
    type: leaf.type,
    multiValued: attribute.multiValued,
    required: attribute.required && leaf.required,
    caseExact: leaf.caseExact,
    mutability: leaf.mutability,
    returned: leaf.returned,
    uniqueness: leaf.uniqueness,
  };
}
