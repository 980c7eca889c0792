import type { GraphSourceSettings } from '../config/index.js';
import { type Checked, diagnose, type Diagnostic } from '../diagnostics/diagnostic.js';
import type { Exchange } from '../exchanges/exchange.js';
import type { Wait } from '../http/index.js';
import type { SourceDirectory } from '../source/source-directory.js';
import type { ReportJob } from '../report/report.js';
import type { Application, ChooseApplication, GraphClient } from '../source/graph/index.js';
import { version } from '../version.js';

/** What the way to Microsoft Graph is made with. */
export interface GraphSurroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** refuses every network connection */
  readonly offline: boolean;
  /** milliseconds since 1970 */
  readonly clock: () => number;
  /** told before a request waits to be sent again */
  readonly onWait: (wait: Wait) => void;
  /** told what a person has to do to sign in with a device code */
  readonly onDeviceCode: (message: string) => void;
  /** lets somebody choose among several applications of one name */
  readonly chooseApplication: ChooseApplication;
  readonly signal: AbortSignal;
}

/** Microsoft Graph, with what was asked of it so far. */
export interface OpenedGraph {
  readonly client: GraphClient;
  /** undefined where it was not asked for */
  readonly application: Application | undefined;
  readonly exchanges: readonly Exchange[];
  /** undefined where it was not asked for, or not to be had */
  readonly job: ReportJob | undefined;
  /** JSON of the live schema */
  readonly schema: unknown;
  /** what the state of the job means for a run */
  readonly notes: readonly Diagnostic[];
  /** users and groups, with the source attributes that will be read of either */
  openDirectory(needs: readonly string[], groupNeeds: readonly string[]): SourceDirectory;
  /** ends its connections */
  readonly close: () => Promise<void>;
}

/** What is wanted of Graph besides users. */
export interface GraphWants {
  readonly application: boolean;
  readonly schema: boolean;
}

/** The value that stands although trouble was found carries the requests that were made; `Checked` then has errors. */
export type GraphOpening = Checked<OpenedGraph> & { readonly exchanges: readonly Exchange[] };

/** Opens Graph, and asks it for the application, its job and the live schema where they are wanted. */
export async function composeGraph(
  settings: GraphSourceSettings,
  wants: GraphWants,
  surroundings: GraphSurroundings,
): Promise<GraphOpening> {
  const { environment, offline, clock, onWait, onDeviceCode, chooseApplication, signal } = surroundings;
  const isAsked = wants.application || wants.schema;
  if (settings.app === undefined && isAsked) return refuse([missingApplication(wants)], []);
  const [{ createHttpClient }, { openGraphClient, refuseToRun }, graph] = await Promise.all([
    import('../http/index.js'),
    import('../source/graph/client/index.js'),
    import('../source/graph/index.js'),
  ]);
  const http = createHttpClient({ environment, offline, clock });
  const client = openGraphClient({
    settings,
    http,
    clock,
    environment,
    ...(offline ? { runProgram: refuseToRun } : {}),
    onWait,
    random: Math.random,
    newGuid: () => globalThis.crypto.randomUUID(),
    userAgent: `provision-user/${version}`,
    onDeviceCode: ({ message }) => {
      onDeviceCode(message);
    },
  });
  const open = (application: Application | undefined, made: Made): OpenedGraph => ({
    ...made,
    client,
    application,
    openDirectory: (needs, groupNeeds) =>
      graph.openGraphDirectory(client, { needs, groupNeeds, servicePrincipal: application }),
    close: () => http.close(),
  });
  if (settings.app === undefined || !isAsked)
    return { value: open(undefined, nothingMade), diagnostics: [], exchanges: [] };
  const opened = await graph.openApplication(
    client,
    { name: settings.app, job: settings.job, needsSchema: wants.schema, choose: chooseApplication },
    signal,
  );
  const { application, job, schema, diagnostics, exchanges } = opened;
  if (diagnostics.length > 0 || application === undefined || job === undefined) {
    await http.close();
    return refuse(diagnostics, exchanges);
  }
  const made = { exchanges, job, schema, notes: graph.explainJob(job) };
  return { value: open(application, made), diagnostics: [], exchanges };
}

type Made = Pick<OpenedGraph, 'exchanges' | 'job' | 'schema' | 'notes'>;

const nothingMade: Made = { exchanges: [], job: undefined, schema: undefined, notes: [] };

const refuse = (diagnostics: readonly Diagnostic[], exchanges: readonly Exchange[]): GraphOpening => ({
  value: undefined,
  diagnostics,
  exchanges,
});

const missingApplication = ({ schema }: GraphWants): Diagnostic =>
  diagnose('application/not-named', {
    because: schema
      ? 'the schema is read from its provisioning job'
      : 'whether a user is assigned is told by the application',
  });
