import { type Checked, diagnose, type Diagnostic } from '../diagnostics/diagnostic.js';
import { decodeText, readJson } from '../document/index.js';
import { checkShape, showActual } from './check-shape.js';
import { reportFormat } from './format.js';
import type { Report } from './report.js';
import { reportShape } from './report-shape.js';

const what = 'the report';
/** As many misfits are told; one broken place often shows in several. */
const told = 3;

/**
 * Reads a saved report, as `--output json` and `--report` wrote it, so that every face of a run can be made from it.
 * A file that is no report, comes from a newer major version or lacks what a face needs is refused with diagnostics that
 * name the place; keys that are not known are kept.
 * @param file what people call the file, for messages and places
 */
export function readReport(bytes: Uint8Array, file: string): Checked<Report> {
  const text = decodeText(bytes, file, what);
  if (text.value === undefined) return { value: undefined, diagnostics: text.diagnostics };
  const { value: document, diagnostics } = readJson(text.value, file, what);
  if (document === undefined) return { value: undefined, diagnostics };
  const { value } = document;
  const refusal = refuseFormat(value, file);
  if (refusal !== undefined) return { value: undefined, diagnostics: [refusal] };
  const misfits = checkShape(value, reportShape.node);
  if (misfits.length === 0) return { value: value as Report, diagnostics: [] };
  return {
    value: undefined,
    diagnostics: misfits.slice(0, told).map((misfit) => {
      const args = { file, ...misfit, more: Math.max(0, misfits.length - told) };
      return diagnose('report/damaged', args, [document.locate(misfit.pointer)]);
    }),
  };
}

function refuseFormat(value: unknown, file: string): Diagnostic | undefined {
  const format = keyOf(value, 'format');
  const name = keyOf(format, 'name');
  if (name !== reportFormat.name) {
    return diagnose('report/not-a-report', { file, name: typeof name === 'string' ? name : null }, [
      { file },
    ]);
  }
  const version = keyOf(format, 'version');
  const major = typeof version === 'string' ? /^(\d+)\.\d+$/.exec(version)?.[1] : undefined;
  const at = [{ file, pointer: '/format/version' }];
  if (major === undefined) {
    return diagnose(
      'report/damaged',
      {
        file,
        pointer: '/format/version',
        expected: `a version such as "${reportFormat.version}"`,
        actual: version === undefined ? 'nothing' : showActual(version),
        more: 0,
      },
      at,
    );
  }
  if (Number(major) > Number.parseInt(reportFormat.version, 10)) {
    return diagnose('report/newer', { file, version: String(version), known: reportFormat.version }, at);
  }
  return undefined;
}

function keyOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}
