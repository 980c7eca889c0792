import { describe, expect, test } from '@jest/globals';
import { withOtherCases } from '../../../../../src/expression/dotnet/regex/sets/casing.js';
import { contains } from '../../../../../src/expression/dotnet/regex/sets/char-set.js';

const UNITS = Array.from({ length: 0x10000 }, (_, unit) => unit);

/** The rule itself (dotnet/runtime, RegexCaseEquivalences): same simple lower case. */
function foldOf(unit: number): number {
  const lower = String.fromCharCode(unit).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : unit;
}

describe('ignoring case', () => {
  test('joins exactly the units with the same simple lower case, over all UTF-16 units', () => {
    const byFold = new Map<number, number[]>();
    for (const unit of UNITS) byFold.set(foldOf(unit), [...(byFold.get(foldOf(unit)) ?? []), unit]);
    const wrong = [...byFold.values()].filter((partners) =>
      partners.some((unit) => withOtherCases([unit, unit]).join() !== rangesOf(partners).join()),
    );
    expect(wrong).toEqual([]);
  });

  test('leaves a set of everything as it is', () => {
    expect(withOtherCases([0, 0xffff])).toEqual([0, 0xffff]);
  });

  test('keeps dotted and dotless i apart', () => {
    expect([0x130, 0x131].map((unit) => contains(withOtherCases([0x69, 0x69]), unit))).toEqual([
      false,
      false,
    ]);
  });
});

function rangesOf(units: readonly number[]): number[] {
  return [...units]
    .sort((a, b) => a - b)
    .reduce<number[]>((ranges, unit) => {
      if (ranges.at(-1) === unit - 1) ranges[ranges.length - 1] = unit;
      else ranges.push(unit, unit);
      return ranges;
    }, []);
}
