import { readFileSync } from 'node:fs';
import { compileJob, type Job } from '../../src/job/index.js';
import { type RunRequest, runSteps } from '../../src/provision/index.js';
import type { Report } from '../../src/report/report.js';
import { chooseMapping, defaultSchema, type SourceObject } from '../../src/schema/index.js';
import { openFixtureSource } from '../../src/source/fixture/index.js';
import type { UserSelector } from '../../src/source/source-directory.js';
import { openFixtureTarget } from '../../src/target/fixture/index.js';
import type { Answer, TargetRequest } from '../../src/exchanges/exchange.js';
import type { Target } from '../../src/target/target.js';
import { quietWorld } from './quiet-world.js';

const read = (file: string): Uint8Array =>
  readFileSync(new URL(`../../fixtures/groups/${file}`, import.meta.url));

const jobOf = (kind: SourceObject): Job => {
  const schema = defaultSchema();
  const chosen = chooseMapping(schema, { sourceObject: kind }).value!;
  return compileJob({ schema, ...chosen, scope: 'assigned', skipOutOfScopeDeletions: false }).value!;
};
export const jobs = { group: jobOf('Group'), user: jobOf('User') };

/** What a run about a group of the fixture `groups` is asked for. */
export interface GroupRun {
  readonly group: string;
  readonly members?: readonly string[];
  readonly mode?: RunRequest['mode'];
  readonly cycleDialect?: RunRequest['cycleDialect'];
  readonly maxRemovals?: number;
  readonly investigate?: boolean;
  readonly dryRun?: boolean;
  readonly target?: string;
  /** instead of the job of the bundled schema */
  readonly job?: Job;
  /** what the target answers to a request in the place of its own answer */
  readonly answer?: (request: TargetRequest) => Answer | undefined;
}

/** The groups fixture with its target, which keeps what is written for as long as the object lives. */
export class Harbour {
  private readonly source = openFixtureSource([{ bytes: read('directory.json'), file: 'directory.json' }])
    .value!;
  private readonly target;
  private count = 0;

  constructor(target = 'target.json') {
    this.target = openFixtureTarget({
      bytes: read(target),
      file: target,
      save: () => Promise.resolve(),
      newId: () => `created-${String(++this.count)}`,
      now: () => 0,
    }).value!;
  }

  run(asked: GroupRun): Promise<Report> {
    const mode = asked.mode ?? 'on-demand';
    const members = (asked.members ?? []).map((value): UserSelector => ({ by: 'upn', value }));
    return runSteps({
      job: asked.job ?? jobs.group,
      selector: undefined,
      group: {
        selector: {
          nameOrId: asked.group,
          members,
          everybody: mode === 'cycle' && members.length === 0,
        },
        userJob: jobs.user,
        maxRemovals: asked.maxRemovals ?? 5,
      },
      source: this.source,
      target: this.open(asked.answer),
      dryRun: asked.dryRun ?? false,
      mode,
      cycleDialect: asked.cycleDialect ?? 'default',
      investigate: asked.investigate ?? true,
      discover: false,
      until: 'action',
      assumeAssigned: false,
      now: 0,
      seed: 'test',
      toolVersion: '0',
      diagnostics: [],
      world: quietWorld,
      signal: new AbortController().signal,
    });
  }

  private open(answer: GroupRun['answer']): Target {
    const { name } = this.target;
    return {
      name,
      plan: (request) => this.target.plan(request),
      send: async (request, signal) => {
        const given = answer?.(request);
        const exchange = await this.target.send(request, signal);
        return given === undefined ? exchange : { ...exchange, answer: given };
      },
    };
  }

  /** The members that the target lists for a group. */
  async membersOf(id: string): Promise<readonly string[]> {
    const request = { method: 'GET', path: `/Groups/${id}` } as const;
    const { answer } = await this.target.send(request, new AbortController().signal);
    const { members } = JSON.parse(answer!.body) as { members: { value: string }[] };
    return members.map(({ value }) => value);
  }
}

/** The writes of a report: what went, or would go, over the wire. */
export const writesOf = ({ exchanges }: Report): { method: string; path: string; body: unknown }[] =>
  exchanges
    .filter(({ method }) => method !== 'GET')
    .map(({ method, url, requestBody }) => ({
      method,
      path: url.replace(/^fixture:[^/]*/, ''),
      body: requestBody,
    }));

export const codesOf = ({ diagnostics, steps }: Report): string[] =>
  [...diagnostics, ...steps.flatMap((step) => step.diagnostics)].map(({ code }) => code);
