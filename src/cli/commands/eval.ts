import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { isIsoTime } from '../../config/clock.js';
import { isAccessRefused } from '../../diagnostics/access-refused.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { compile } from '../../expression/index.js';
import { renderCases, renderEvaluation, renderEvaluationJson } from '../../render/eval/index.js';
import type { EvalOptions } from '../eval/eval-options.js';
import { describeFaulty, evaluate } from '../eval/evaluate.js';
import { findMapping, selectNoticed } from '../eval/find-mapping.js';
import { type Configured, openConfigured } from '../eval/open-configured.js';
import { readCases } from '../eval/read-cases.js';
import { readJsonFile } from '../eval/read-json-file.js';
import { readValues } from '../eval/read-values.js';
import { runCases } from '../eval/run-cases.js';
import type { ExitName } from '../exit-codes.js';
import { judgeRefusal } from '../judge-refusal.js';
import { decideLook } from '../look.js';
import { tellDiagnostics } from '../tell.js';
import { UsageError } from '../usage-error.js';
import type { CommandContext } from './run.js';

/** `provision-user eval`: a mapping expression with the value of every part, or a table of cases. */
export async function evalCommand(
  expression: string | undefined,
  options: EvalOptions,
  command: Command,
  context: CommandContext,
): Promise<ExitName> {
  checkQuestion(expression, options);
  const world = { now: readNow(options.now), seed: options.seed ?? randomUUID() };
  if (options.cases !== undefined) return evaluateCases(options.cases, options, world, context);
  if (options.mapping === undefined && options.upn === undefined && options.id === undefined)
    return evaluateQuestion(questionOf(expression, options, undefined), options, undefined, world, context);
  const opened = await openConfigured(options, command, context);
  await tellDiagnostics(opened.diagnostics, context.terminal, options);
  if (opened.value === undefined) return judgeRefusal(opened.diagnostics, context.abort.signal);
  try {
    const question = questionOf(expression, options, opened.value);
    return await evaluateQuestion(question, options, opened.value, world, context);
  } finally {
    await opened.value.close();
  }
}

interface World {
  readonly now: number;
  readonly seed: string;
}

interface Question {
  readonly text: string;
  /** the target attribute whose mapping it is */
  readonly mapping: string | null;
  /** where the text stands in the schema; nowhere for one of the command line */
  readonly at: Diagnostic['at'];
  /** what was noticed when the mapping was compiled; undefined for an expression of the command line */
  readonly noticed: readonly Diagnostic[] | undefined;
}

function checkQuestion(expression: string | undefined, { mapping, cases, upn, id }: EvalOptions): void {
  for (const [flag, value] of Object.entries({ '--upn': upn, '--id': id })) {
    if (value?.trim() === '')
      throw new UsageError(
        `${flag} is empty`,
        'An environment variable without a value is the usual reason.',
      );
  }
  const asked = [expression, mapping, cases].filter((question) => question !== undefined);
  if (asked.length === 1) return;
  throw new UsageError(
    asked.length === 0 ? 'there is nothing to evaluate' : 'there is more than one thing to evaluate',
    `It takes one of these: an expression, --mapping <target attribute>, --cases <file>. For example:
  provision-user eval 'Join(" ", [givenName], [surname])' --set givenName=Alice --set surname=Archer`,
  );
}

function readNow(now: string | undefined): number {
  if (now === undefined) return Date.now();
  if (isIsoTime(now)) return Date.parse(now);
  throw new UsageError(
    `--now ${now} is no ISO time`,
    'It takes a day or a time with its zone, for example 2024-05-06T07:08:09Z.',
  );
}

function questionOf(
  expression: string | undefined,
  { mapping }: EvalOptions,
  configured: Configured | undefined,
): Question {
  if (mapping === undefined || configured === undefined)
    return { text: expression ?? '', mapping: null, at: [], noticed: undefined };
  const { job, noticed } = configured;
  const flow = findMapping(job, mapping);
  return {
    text: flow.expression.text,
    mapping: flow.target,
    at: [job.locate(flow.pointer)],
    noticed: selectNoticed(noticed, flow),
  };
}

async function evaluateQuestion(
  { text, mapping, at, noticed: known }: Question,
  options: EvalOptions,
  configured: Configured | undefined,
  world: World,
  context: CommandContext,
): Promise<ExitName> {
  const { terminal } = context;
  const compiled = compile(text, { attributes: configured?.job.sourceAttributes });
  const noticed = known ?? compiled.diagnostics.map((diagnostic) => ({ ...diagnostic, at }));
  if (compiled.value === undefined) {
    if (options.output === 'json')
      await terminal.print(renderEvaluationJson(describeFaulty(text, mapping, noticed)));
    await tellDiagnostics(noticed, terminal, options);
    return 'couldNotRun';
  }
  const values = await readValues(compiled.value.attributes, options, configured, context);
  if (values.value === undefined) {
    await tellDiagnostics(values.diagnostics, terminal, options);
    if (options.attributes !== undefined) return 'couldNotRun';
    return values.diagnostics.some(({ code }) => isAccessRefused(code)) ? 'refused' : 'failed';
  }
  const surroundings = { ...world, mapping };
  const found = [...noticed, ...values.diagnostics];
  const evaluation = evaluate(compiled.value, values.value, surroundings, found);
  await terminal.print(
    options.output === 'json'
      ? renderEvaluationJson(evaluation)
      : renderEvaluation(evaluation, await lookOf(options, context)),
  );
  return evaluation.failed ? 'failed' : 'fine';
}

async function evaluateCases(
  file: string,
  options: EvalOptions,
  world: World,
  context: CommandContext,
): Promise<ExitName> {
  const { terminal } = context;
  const read = await readJsonFile(file, terminal.cwd, 'the cases');
  if (read.value === undefined) {
    await tellDiagnostics(read.diagnostics, terminal, options);
    return 'couldNotRun';
  }
  const cases = readCases(read.value, file === '-' ? 'standard input' : file);
  if (cases.value === undefined) {
    await tellDiagnostics(cases.diagnostics, terminal, options);
    return 'couldNotRun';
  }
  const results = runCases(cases.value, world);
  await terminal.print(
    options.output === 'json'
      ? renderEvaluationJson(results)
      : renderCases(results, await lookOf(options, context)),
  );
  return results.failed > 0 ? 'failed' : 'fine';
}

const lookOf = (options: EvalOptions, { terminal }: CommandContext): ReturnType<typeof decideLook> =>
  decideLook(terminal.stdout, options, options.quiet === true ? 'none' : 'all');
