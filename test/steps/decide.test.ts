import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { decide, type Facts } from '../../src/steps/perform-action/decide.js';

/** Rows as the decision table of docs/fidelity.md numbers them; the others are played by test/provision/rows.test.ts. */
interface Case {
  readonly row: number;
  readonly name: string;
  readonly facts: Omit<Facts, 'noun' | 'mode' | 'flowTypes' | 'skipOutOfScopeDeletions'> & {
    readonly add: boolean;
    readonly update: boolean;
    readonly delete: boolean;
    readonly skip: boolean;
  };
  readonly onDemand: { readonly action: string; readonly reason: string | null };
  readonly cycle: { readonly action: string; readonly reason: string | null };
}

const cases = JSON.parse(readFileSync(new URL('../cases/decisions.json', import.meta.url), 'utf8')) as Case[];

const factsOf = ({ facts }: Case, mode: Facts['mode']): Facts => ({
  ...facts,
  noun: 'account',
  mode,
  flowTypes: { add: facts.add, update: facts.update, delete: facts.delete },
  skipOutOfScopeDeletions: facts.skip,
});

describe('the decision table', () => {
  test.each(cases.map((one) => [one.row, one.name, one] as const))(
    'row %i on demand: %s',
    (row, _name, one) => {
      const { action, reason, row: decided } = decide(factsOf(one, 'on-demand'));
      expect({ action, reason, row: decided }).toEqual({ ...one.onDemand, row });
    },
  );

  test.each(cases.map((one) => [one.row, one.name, one] as const))(
    'row %i in the cycle: %s',
    (row, _name, one) => {
      const { action, reason, row: decided } = decide(factsOf(one, 'cycle'));
      expect({ action, reason, row: decided }).toEqual({ ...one.cycle, row });
    },
  );

  test('on demand says what the cycle would do exactly where the cycle would disable', () => {
    for (const one of cases) {
      const onDemand = decide(factsOf(one, 'on-demand'));
      const cycle = decide(factsOf(one, 'cycle'));
      const differs = cycle.action === 'disable' && onDemand.action === 'skip';
      expect([one.name, onDemand.cycleDisables]).toEqual([one.name, differs]);
    }
  });
});
