import {
  diagnose,
  type Diagnostic,
  type DiagnosticCode,
  type Location,
  type Severity,
} from '../diagnostics/diagnostic.js';
import type { DiagnosticArgs } from '../diagnostics/catalogue.js';
import { severityOf } from '../diagnostics/describe.js';
import type { Place } from './place.js';

/** A place that holds the text that PowerShell put there instead of an object. */
export type CutPlace = Place & { readonly value: string };

/** What a reader notices on its way through a document. Lines are looked up once, at the end. */
export interface Findings {
  add<C extends DiagnosticCode>(code: C, args: DiagnosticArgs[C], place: Place, severity?: Severity): void;
  /** A text where PowerShell gave up on an object; all of them become one diagnostic. */
  addCut(property: string, place: CutPlace): void;
  /** @param locate finds the line of a pointer */
  conclude(locate: (pointer: string) => Location): {
    readonly diagnostics: readonly Diagnostic[];
    readonly faulty: boolean;
  };
}

// Every place costs a walk through the text, and nobody reads more.
const mostFindings = 25;
const mostPlaces = 5;

/** Starts an empty list of findings. Errors go before warnings, so that none is among those left out. */
export function collectFindings(): Findings {
  const found: Found[] = [];
  const cuts: Cut[] = [];
  return {
    add: (code, args, { pointer }, severity) => {
      found.push({ diagnostic: diagnose(code, args, [], severity), pointer });
    },
    addCut: (property, place) => {
      cuts.push({ property, place });
    },
    conclude: (locate) => {
      const errors = found.filter(isError);
      const ordered = [...errors, ...found.filter((one) => !isError(one))];
      const shown = ordered
        .slice(0, mostFindings)
        .map(({ diagnostic, pointer }) => ({ ...diagnostic, at: [locate(pointer)] }));
      const left = found.length - shown.length;
      return {
        diagnostics: [
          ...describeCuts(cuts, locate),
          ...shown,
          ...(left === 0 ? [] : [diagnose('schema/more-findings', { left }, [])]),
        ],
        faulty: cuts.length > 0 || errors.length > 0,
      };
    },
  };
}

interface Found {
  readonly diagnostic: Diagnostic;
  readonly pointer: string;
}

const isError = ({ diagnostic }: Found): boolean => severityOf(diagnostic) === 'error';

interface Cut {
  readonly property: string;
  readonly place: CutPlace;
}

function describeCuts(cuts: readonly Cut[], locate: (pointer: string) => Location): readonly Diagnostic[] {
  const [first] = cuts;
  if (first === undefined) return [];
  return [
    diagnose(
      'schema/depth-cut',
      { property: first.property, text: first.place.value, count: cuts.length },
      cuts.slice(0, mostPlaces).map(({ place }) => locate(place.pointer)),
    ),
  ];
}

/** Findings that nobody wants: for a part whose content is also written elsewhere. */
export const ignoreFindings: Findings = {
  add: () => undefined,
  addCut: () => undefined,
  conclude: () => ({ diagnostics: [], faulty: false }),
};
