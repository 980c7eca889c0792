import { diagnose, type Diagnostic } from '../diagnostics/diagnostic.js';
import type { Exchange } from '../exchanges/exchange.js';
import type { StepName, StepStatus } from '../report/report.js';
import type { StepResult } from '../steps/index.js';
import type { RunWorld } from './run-request.js';

/** A step as it went, or why it did not run. */
export interface StepRecord<Found, Details> {
  readonly step: StepName;
  readonly found: Found | undefined;
  readonly status: StepStatus;
  readonly description: string;
  readonly details: Details;
  readonly diagnostics: readonly Diagnostic[];
  readonly exchanges: readonly Exchange[];
  readonly startedAt: number | null;
  readonly durationMs: number;
}

/** Runs a step and records it. A step that throws is a bug of ours, and becomes a result of its own kind. */
export async function recordStep<Found, Details>(
  step: StepName,
  empty: Details,
  world: RunWorld,
  run: () => Promise<StepResult<Found, Details>> | StepResult<Found, Details>,
): Promise<StepRecord<Found, Details>> {
  world.onProgress({ kind: 'started', step });
  const startedAt = world.clock();
  const result = await runSafely(empty, world, run);
  const durationMs = world.clock() - startedAt;
  world.onProgress({ kind: 'finished', step, status: result.status });
  return { step, ...result, startedAt, durationMs };
}

async function runSafely<Found, Details>(
  empty: Details,
  world: RunWorld,
  run: () => Promise<StepResult<Found, Details>> | StepResult<Found, Details>,
): Promise<Omit<StepRecord<Found, Details>, 'step' | 'startedAt' | 'durationMs'>> {
  try {
    return await run();
  } catch (error) {
    world.onCrash(error);
    const message = error instanceof Error ? error.message : String(error);
    return {
      found: undefined,
      status: 'crashed',
      description: 'stopped by a bug of this tool',
      details: empty,
      diagnostics: [diagnose('run/crashed', { message })],
      exchanges: [],
    };
  }
}

/** A step that did not run, with the reason in words. */
export function notRun<Found, Details>(
  step: StepName,
  details: Details,
  description: string,
): StepRecord<Found, Details> {
  return {
    step,
    found: undefined,
    status: 'notRun',
    description,
    details,
    diagnostics: [],
    exchanges: [],
    startedAt: null,
    durationMs: 0,
  };
}
