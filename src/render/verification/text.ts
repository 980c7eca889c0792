import type { ReportDiagnostic, WireExchange } from '../../report/report.js';
import type { RequirementResult, RequirementVerdict, Verification } from '../../report/verification.js';
import type { Look } from '../look.js';
import { showDiagnostic } from '../text/diagnostic.js';
import { showExchange, showRequest } from '../text/exchange.js';
import { neutraliseAll, neutraliseDiagnostics } from '../text/neutralise.js';
import { createPen, type Paint, type Pen } from '../text/pen.js';
import type { Mark } from '../text/symbols.js';
import { hang, pad, wrapAtEdge } from '../text/wrap.js';

const marks: Readonly<Record<RequirementVerdict, { readonly mark: Mark; readonly word: string }>> = {
  pass: { mark: 'ok', word: 'pass' },
  warning: { mark: 'warn', word: 'warning' },
  fail: { mark: 'bad', word: 'fail' },
  notTested: { mark: 'off', word: 'not tested' },
};

const wordWidth = '✓ not tested'.length;
const below = '       ';

/**
 * The requirements with verdict and evidence, what is wrong and what to do, and the verdict as the last line. Evidence and
 * consequence stand below what is not a pass; with all details also below what is, with every request.
 */
export function renderVerificationText(verification: Verification, look: Look): string {
  const { exchanges, requirements, diagnostics, outcome } = verification;
  const clean = neutraliseAll({ ...verification, exchanges: [], diagnostics: [], requirements: [] });
  const pen = createPen(look);
  const planned = exchanges.filter((exchange) => exchange.planned);
  const lines = [
    ...showHeader(clean, pen),
    '',
    ...tellReasonsOnce(requirements).flatMap((result) => showRequirement(result, exchanges, look, pen)),
    ...(planned.length === 0 ? [] : ['', ...showPlanned(planned, look, pen)]),
    ...(look.details === 'none' ? [] : showFindings(requirements, diagnostics, pen)),
    '',
    ...wrapAtEdge(pen.paint.strong(pen.paint[paints[outcome.status]](clean.outcome.summary)), pen.width),
  ];
  return `${lines.join('\n')}\n`;
}

const paints: Readonly<Record<Verification['outcome']['status'], Paint>> = {
  pass: 'good',
  warning: 'attention',
  fail: 'bad',
  refused: 'bad',
  incomplete: 'note',
};

function showHeader({ target, user, dryRun, cycleDialect }: Verification, pen: Pen): readonly string[] {
  const facts = [
    user,
    ...(dryRun ? ['dry run'] : []),
    cycleDialect === 'compliant' ? 'cycles speak the dialect of aadOptscim062020' : 'default dialect',
  ];
  return [
    ...wrapAtEdge(pen.paint.strong(target), pen.width),
    ...wrapAtEdge(pen.paint.quiet(facts.join(` ${pen.signs.dot} `)), pen.width),
  ];
}

/** Most of what was not tested was not for one reason: it stands where it is first met. */
function tellReasonsOnce(results: readonly RequirementResult[]): readonly RequirementResult[] {
  const told = new Set<string>();
  return results.map((result) => {
    if (result.verdict !== 'notTested') return result;
    const evidence = result.evidence.filter((reason) => !told.has(reason));
    for (const reason of evidence) told.add(reason);
    return { ...result, evidence };
  });
}

function showRequirement(
  result: RequirementResult,
  exchanges: readonly WireExchange[],
  look: Look,
  pen: Pen,
): readonly string[] {
  const { title, verdict, evidence, consequence } = neutraliseAll({ ...result, diagnostics: [] });
  const { mark, word } = marks[verdict];
  const head = hang(`  ${pad(pen.mark(mark, word), wordWidth)}  `, title, pen.width);
  const isAll = look.details === 'all';
  if (look.details === 'none' || (verdict === 'pass' && !isAll)) return head;
  const isBad = verdict === 'fail' || verdict === 'warning';
  return [
    ...head,
    ...evidence.flatMap((line) => hang(below, pen.paint.quiet(line), pen.width)),
    ...(isBad ? hang(below, `${pen.signs.arrow} ${consequence}`, pen.width) : []),
    ...(isAll
      ? exchanges
          .filter(({ id }) => result.exchanges.includes(id))
          .flatMap((exchange) => showExchange(exchange, below.length, pen).flatMap((row) => row.lines))
      : []),
  ];
}

/** What a dry run would send, with the bodies. */
function showPlanned(planned: readonly WireExchange[], look: Look, pen: Pen): readonly string[] {
  return [
    pen.paint.strong('would send'),
    ...planned.flatMap((exchange) =>
      look.details === 'none'
        ? hang('  ', showRequest(exchange, pen), pen.width)
        : showExchange(exchange, 2, pen).flatMap((row) => row.lines),
    ),
  ];
}

const weight = { info: 0, warning: 1, error: 2 } as const;

/** Each diagnostic once, the most important last. */
function showFindings(
  requirements: readonly RequirementResult[],
  diagnostics: readonly ReportDiagnostic[],
  pen: Pen,
): readonly string[] {
  const all = [...diagnostics, ...requirements.flatMap((result) => result.diagnostics)];
  const unique = new Map(all.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic]));
  return neutraliseDiagnostics([...unique.values()])
    .toSorted((one, other) => weight[one.severity] - weight[other.severity])
    .flatMap((diagnostic) => ['', ...showDiagnostic(diagnostic, pen)]);
}
