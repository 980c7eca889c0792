import { catalogue } from './catalogue.js';
import type { DiagnosticCode } from './diagnostic.js';

/** The page of all codes, made from the catalogue; Markdown. */
export function writeDiagnosticsPage(): string {
  const codes = (Object.keys(catalogue) as DiagnosticCode[]).sort();
  const families = [...new Set(codes.map((code) => code.split('/')[0] ?? ''))];
  const sections = families.map((family) => {
    const own = codes.filter((code) => code.startsWith(`${family}/`));
    return [`## ${family}`, ...own.map(writeEntry)].join('\n\n');
  });
  return `${[heading, ...sections].join('\n\n')}\n`;
}

const heading = `# Diagnostics

Made from the catalogue in \`src/diagnostics/families/\`; a test keeps it up to date. An *error* fails a step or the run, a *warning*
needs somebody's attention, an *info* only explains.`;

function writeEntry(code: DiagnosticCode): string {
  const { title, severity, why, basis } = catalogue[code];
  return `### ${code}\n\n**${title}** (${severity}, ${basis})\n\n${why}`;
}
