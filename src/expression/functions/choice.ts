import { textOf } from '../conversion.js';
import { type Frame, isStop, type Result, type Run } from '../evaluate/outcome.js';
import { problem } from '../problem.js';
import { defineLazyFunction } from './declaration.js';
import { branch, condition, nullable, optional, repeating, text, written } from './parameters.js';

const iif = defineLazyFunction({
  name: 'IIF',
  summary: 'One value when a condition holds, another one when it does not. Only the taken one is evaluated.',
  parameters: [nullable(condition('condition')), branch('valueIfTrue'), written(branch('valueIfFalse'))],
  result: 'value',
  nulls: 'a null condition is false',
  basis: 'documented',
  examples: [
    {
      expression: 'IIF([country]="USA",[country],[department])',
      attributes: { country: 'USA', department: 'Sales' },
      expected: 'USA',
      source: 'section 6, IIF',
    },
    { expression: 'IIF(IsPresent([a]), [a], )', expected: null, source: 'section 6, IIF: left empty' },
  ],
  prepare:
    ([runCondition, runTrue, runFalse]) =>
    (frame) => {
      const holds = runCondition(frame);
      if (holds === true) return resultOf(runTrue, frame);
      return isStop(holds) ? holds : resultOf(runFalse, frame);
    },
});

const choose = defineLazyFunction({
  name: 'Switch',
  summary:
    'The value of the first key that equals the source, or else the default value. Letter case counts.',
  parameters: [
    nullable(text('source')),
    optional(branch('defaultValue')),
    repeating(branch('key, value'), 2),
  ],
  result: 'value',
  nulls: 'a null source matches the key ""',
  basis: 'documented',
  examples: [
    {
      expression: 'Switch([state], "Australia/Sydney", "QLD", "Australia/Brisbane")',
      attributes: { state: 'QLD' },
      expected: 'Australia/Brisbane',
      source: 'section 6, Switch',
    },
    { expression: 'Switch([country],[country],"","Other")', expected: 'Other', source: 'section 6, Switch' },
  ],
  arrange: (places) =>
    places.length % 2 === 1 && places.at(-1) === undefined ? places.slice(0, -1) : places,
  check: (places, { span }) => {
    const complete = places.slice(2).every((place) => place !== undefined);
    return places.length % 2 === 0 && complete
      ? []
      : [
          problem('expression/switch-pairs', span, {
            given: places.filter((place) => place !== undefined).length,
          }),
        ];
  },
  prepare: ([runSource, runDefault, pairs]) => {
    const keys = findConstantKeys(pairs);
    if (keys !== undefined)
      return (frame) => {
        const source = runSource(frame);
        if (isStop(source)) return source;
        const place = placeOf(source ?? '', keys);
        const run = place < 0 ? runDefault : pairs[2 * place + 1];
        return run === undefined ? null : resultOf(run, frame);
      };
    return (frame) => {
      const source = runSource(frame);
      if (isStop(source)) return source;
      const wanted = source ?? '';
      for (let index = 0; index + 1 < pairs.length; index += 2) {
        const key = pairs[index]?.(frame) ?? null;
        if (isStop(key)) return key;
        if ((key === null ? '' : textOf(key)) === wanted) return pairs[index + 1]?.(frame) ?? null;
      }
      return resultOf(runDefault, frame);
    };
  },
});

/** A loop, because it is faster than `indexOf` on the few keys that there are. */
function placeOf(wanted: string, keys: readonly string[]): number {
  for (let place = 0; place < keys.length; place += 1) if (keys[place] === wanted) return place;
  return -1;
}

/** What a branch gives; null where its place is empty. */
const resultOf = (run: Run<Result | undefined>, frame: Frame): Result =>
  (run.constant === undefined ? run(frame) : run.constant.value) ?? null;

/** The texts of the keys, where all are constant, as they nearly always are. */
function findConstantKeys(pairs: readonly Run[]): readonly string[] | undefined {
  const keys: string[] = [];
  for (const [index, run] of pairs.entries()) {
    if (index % 2 === 1) continue;
    const key = run.constant?.value;
    if (key === undefined || key === null || isStop(key)) return undefined;
    keys.push(textOf(key));
  }
  return keys;
}

const coalesce = defineLazyFunction({
  name: 'Coalesce',
  summary: 'The first argument that is not null. The empty text counts as a value.',
  parameters: [repeating(branch('source'))],
  result: 'value',
  nulls: 'null arguments are skipped',
  basis: 'documented',
  examples: [
    {
      expression: 'Coalesce([mail],[upn])',
      attributes: { mail: null, upn: 'a@b.c' },
      expected: 'a@b.c',
      source: 'section 6, Coalesce',
    },
    { expression: 'Coalesce([mail])', expected: null, source: 'section 6, Coalesce: all null' },
  ],
  prepare:
    ([runs]) =>
    (frame) => {
      for (const run of runs) {
        const result = run(frame);
        if (result !== null) return result;
      }
      return null;
    },
});

/** Functions that choose between values and evaluate only what they need. */
export const choiceFunctions = [iif, choose, coalesce];
