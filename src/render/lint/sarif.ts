import type { Location, Log, ReportingDescriptor, Result } from 'sarif';
import type { LintReport, LintRule } from '../../report/lint-report.js';
import type { ReportDiagnostic, ReportLocation } from '../../report/report.js';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/** SARIF 2.1.0 (OASIS) for code scanning: rule id is the code, places have line and column, files are relative to the working folder. */
export function renderSarif({ tool, rules, findings }: LintReport): string {
  const codes = rules.map(({ code }) => code);
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'provision-user', version: tool.version, rules: rules.map(describeRule) },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => describeFinding(finding, codes.indexOf(finding.code))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function describeRule({ code, title, why, severity }: LintRule): ReportingDescriptor {
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: `${why}\nprovision-user explain ${code}` },
    defaultConfiguration: { level: levels[severity] },
  };
}

function describeFinding(
  { code, severity, message, advice, at }: ReportDiagnostic,
  ruleIndex: number,
): Result {
  const [first, ...further] = at.filter(({ file }) => file !== undefined);
  const todo = advice.map(({ text }) => text);
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: [message, ...todo].join('\n') },
    locations: first === undefined ? [] : [describePlace(first)],
    ...(further.length === 0
      ? {}
      : { relatedLocations: further.map((place, index) => ({ id: index, ...describePlace(place) })) }),
  };
}

function describePlace({ file = '', pointer, line, column }: ReportLocation): Location {
  return {
    physicalLocation: {
      artifactLocation: { uri: toUri(file) },
      ...(line === undefined
        ? {}
        : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } }),
    },
    ...(pointer === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: pointer || '/' }] }),
  };
}

/** A URI reference (RFC 3986): relative as the path is, a `file:` URI where it is absolute. */
function toUri(path: string): string {
  const parts = path.replaceAll('\\', '/').split('/');
  const encoded = parts.map((part) => encodeURIComponent(part)).join('/');
  if (encoded.startsWith('/')) return `file://${encoded}`;
  return /^[a-z]%3A\//i.test(encoded) ? `file:///${encoded.replace('%3A', ':')}` : encoded;
}
