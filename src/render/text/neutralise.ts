import type { Report, ReportDiagnostic } from '../../report/report.js';

/**
 * Everything that a terminal obeys or hides instead of showing: controls, format characters such as bidirectional
 * overrides, fillers without width, line and paragraph separators, halves of surrogate pairs, and blanks that look like a
 * blank but are another character. The joiners that emoji and Persian need are left where they join something.
 */
const treacherous =
  /(?!(?<=\S)[\u200c\u200d](?=\S)|\u3000| |\p{M})[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Zs}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;

/** A combining mark with nothing to combine with; it would sit on what we have drawn. */
const stray = /(?<=^|\s)(?=\p{M})/gu;
const dottedCircle = '\u25cc';

const short: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** Makes such characters visible, as JSON would write them: `\n`, `\u001b`, `\u202e`. */
export function neutralise(text: string): string {
  return text
    .replace(treacherous, (character) => short[character] ?? escapeCode(character))
    .replace(stray, dottedCircle);
}

function escapeCode(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}

/** The same for text of several lines, which stays so. */
export function neutraliseLines(text: string): readonly string[] {
  return text.split(/\r?\n/).map(neutralise);
}

/**
 * The report with every key and text neutralised, so that no value of anybody's can forge a line or a colour. Messages and
 * advice keep their line breaks; bodies stay as they are, for `exchange.ts` neutralises them after it has laid them out.
 */
export function neutraliseReport(report: Report): Report {
  return {
    ...neutraliseAll(report),
    diagnostics: neutraliseDiagnostics(report.diagnostics),
    steps: report.steps.map((step) => ({
      ...neutraliseAll(step),
      diagnostics: neutraliseDiagnostics(step.diagnostics),
    })) as unknown as Report['steps'],
    exchanges: report.exchanges.map((exchange) => ({
      ...neutraliseAll({ ...exchange, requestBody: null, responseBody: null }),
      requestBody: exchange.requestBody,
      responseBody: exchange.responseBody,
    })),
  };
}

/** The same for diagnostics that stand in no report. */
export function neutraliseDiagnostics(diagnostics: readonly ReportDiagnostic[]): readonly ReportDiagnostic[] {
  return diagnostics.map((diagnostic) => ({
    ...neutraliseAll(diagnostic),
    message: neutraliseLines(diagnostic.message).join('\n'),
    advice: diagnostic.advice.map(({ kind, text }) => ({
      kind: neutralise(kind),
      text: kind === 'frame' ? neutraliseFrame(text) : neutraliseLines(text).join('\n'),
    })),
  }));
}

// One for one in a frame: a caret below must stay where it points.
function neutraliseFrame(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(treacherous, (character) => (character === '\n' ? '\n' : '?'));
}

/** Every key and text in a value neutralised. */
export function neutraliseAll<T>(value: T): T {
  if (typeof value === 'string') return neutralise(value) as T;
  if (Array.isArray(value)) return value.map(neutraliseAll) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [neutralise(name), neutraliseAll<unknown>(part)]),
  ) as T;
}
