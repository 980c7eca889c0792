import { severityOf } from '../../diagnostics/describe.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Exchange } from '../../exchanges/exchange.js';
import type { ActionContext } from './action-context.js';
import { type MappedMembers, mapMembers, noMembers } from './map-members.js';
import { mapReferences } from './map-references.js';
import { mapRow, type MappingContext } from './map-row.js';
import { noticeNulls } from './notice-rows.js';
import type { Event, Row } from './row.js';
import { selectUniqueValues } from './select-unique-values.js';

/** All mappings of the user against the account that was matched, or against none. */
export interface MappedAccount {
  /** everything but references */
  readonly rows: readonly Row[];
  readonly references: readonly Row[];
  /** both, in the order of the mapping */
  readonly inOrder: readonly Row[];
  /** why nothing may be sent */
  readonly faults: readonly Diagnostic[];
  /** what else there is to say if something is sent */
  readonly diagnostics: readonly Diagnostic[];
  /** what explains why something is not sent, also where nothing is */
  readonly notes: readonly Diagnostic[];
  readonly exchanges: readonly Exchange[];
  readonly members: MappedMembers;
  readonly differs: boolean;
  readonly deprovisioning: 'notMapped' | 'alreadyDone' | 'changes';
}

/** Maps what the decision may need: a create without a match, an update of a user in scope, else a disable. */
export async function mapAccount(context: ActionContext, signal: AbortSignal): Promise<MappedAccount> {
  const { job, verdict, match, environment } = context;
  const staysInScope = verdict.active && verdict.entitled;
  const event: Event = match.kind === 'none' ? 'create' : staysInScope ? 'update' : 'disable';
  const isNeeded = event !== 'create' || (staysInScope && job.flowTypes.add);
  if (!isNeeded || !verdict.passesInputFilters) return nothingMapped;
  const unique =
    event === 'create'
      ? await selectUniqueValues(job, verdict.attributes, environment, context.target, signal)
      : { values: new Map<string, never>(), diagnostics: [], exchanges: [] };
  const mapping: MappingContext = {
    job,
    event,
    attributes: verdict.attributes,
    account: match.kind === 'one' ? match.resource.raw : undefined,
    unique: unique.values,
    environment,
  };
  const flows = job.flows.filter(({ type }) => type !== 'Reference');
  const rows = flows.map((flow) => mapRow(flow, mapping));
  const referenced = await mapReferences(
    event === 'disable' ? [] : job.flows,
    mapping,
    context.resolveReference,
    signal,
  );
  const members = event === 'disable' ? noMembers : await mapMembers(context, mapping, signal);
  const references = [...referenced.rows, ...members.rows];
  const faults = [...rows, ...references].flatMap(({ fault }) => (fault === null ? [] : [fault]));
  const all = [...rows, ...references];
  return {
    rows,
    references,
    members,
    inOrder: job.flows.flatMap((flow) => all.filter((row) => row.flow === flow)),
    faults: [...unique.diagnostics, ...faults, ...members.faults].filter(
      (diagnostic) => severityOf(diagnostic) === 'error',
    ),
    diagnostics: [...referenced.diagnostics, ...members.diagnostics],
    notes: noticeNulls(rows, event, verdict.attributes, job.locate),
    exchanges: [...unique.exchanges, ...referenced.exchanges, ...members.exchanges],
    differs: faults.length > 0 || all.some(({ sent }) => sent !== null),
    deprovisioning: judgeDeprovisioning(rows),
  };
}

const nothingMapped: MappedAccount = {
  rows: [],
  references: [],
  inOrder: [],
  faults: [],
  diagnostics: [],
  notes: [],
  exchanges: [],
  members: noMembers,
  differs: false,
  deprovisioning: 'notMapped',
};

function judgeDeprovisioning(rows: readonly Row[]): MappedAccount['deprovisioning'] {
  const depending = rows.filter(({ flow }) => flow.dependsOnSoftDeleted);
  if (depending.length === 0) return 'notMapped';
  return depending.some(({ sent }) => sent !== null) ? 'changes' : 'alreadyDone';
}
