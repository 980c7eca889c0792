import type { GroupTable } from '../parse/group-table.js';
import { replaceByScan } from '../replacement/replacement.js';
import type { Engine, Replace, ReplacementPart, Spans, Undecided } from '../spans.js';
import type { Emitted } from './emit.js';
import { toTemplate } from './template.js';

/** V8 runs the pattern on inputs up to a length; longer ones go to the engine that counts its steps. */
export class NativeEngine implements Engine {
  private readonly once: RegExp;
  private readonly all: RegExp;
  private readonly allWithGroups: RegExp;
  /** where the groups of the table stand in V8's array; undefined for a group that V8 does not have */
  private readonly places: readonly (number | undefined)[];
  private readonly safeLength: number;
  private readonly forLonger: Engine;

  constructor(emitted: Emitted, groups: GroupTable, safeLength: number, forLonger: Engine) {
    this.once = new RegExp(emitted.source);
    this.all = new RegExp(emitted.source, 'g');
    this.allWithGroups = new RegExp(emitted.source, 'dg');
    this.places = groups.slots.map((slot) => {
      const place = emitted.slots.indexOf(slot);
      return slot === 0 ? 0 : place < 0 ? undefined : place + 1;
    });
    this.safeLength = safeLength;
    this.forLonger = forLonger;
  }

  test(input: string): boolean | Undecided {
    return input.length <= this.safeLength ? this.once.test(input) : this.forLonger.test(input);
  }

  scan(input: string, withGroups: boolean): readonly Spans[] | Undecided {
    if (input.length > this.safeLength) return this.forLonger.scan(input, withGroups);
    if (withGroups && this.places.length > 1) {
      return Array.from(input.matchAll(this.allWithGroups), (match) => this.spansOf(match));
    }
    return Array.from(input.matchAll(this.all), (match) => [match.index, match.index + match[0].length]);
  }

  prepareReplace(parts: readonly ReplacementPart[]): Replace {
    const byScan = replaceByScan(this, parts);
    const template = toTemplate(parts, this.places);
    if (template === undefined) return byScan;
    const { all, safeLength } = this;
    return (input) => (input.length <= safeLength ? input.replace(all, template) : byScan(input));
  }

  private spansOf(match: RegExpMatchArray): Spans {
    return this.places.flatMap((place) => {
      const span = place === undefined ? undefined : match.indices?.[place];
      return span ? [span[0], span[1]] : [-1, -1];
    });
  }
}
