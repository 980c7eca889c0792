import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** Findings as somebody meets them who reads the files from the top; the same finding at the same place once. */
export function inReadingOrder(findings: readonly Diagnostic[], files: readonly string[]): Diagnostic[] {
  const seen = new Set<string>();
  const once = findings.filter((finding) => {
    const identity = JSON.stringify([finding.code, finding.args, finding.at[0]]);
    return !seen.has(identity) && seen.add(identity);
  });
  const rank = ({ at: [place] }: Diagnostic): readonly [number, number, number] => {
    const file = place?.file === undefined ? -1 : files.indexOf(place.file);
    return [file === -1 ? -1 : file, place?.line ?? 0, place?.column ?? 0];
  };
  return once.toSorted((one, other) => {
    const [file, line, column] = rank(one);
    const [otherFile, otherLine, otherColumn] = rank(other);
    return file - otherFile || line - otherLine || column - otherColumn;
  });
}
