import { type Diagnostic, diagnose, type Location } from '../../diagnostics/diagnostic.js';
import { showLine } from '../../document/index.js';

/**
 * The line of a configuration with a caret below the place. Every word of it that is not part of the configuration's
 * own vocabulary is shown as dots: a literal secret may stand anywhere, above all where something is mistyped.
 * @param visible further words that may be seen: the key or the value that the message names anyway
 */
export function excerptOf(text: string, offset: number, visible: readonly string[] = []): string {
  return hideWords(showLine(text, offset), visible);
}

/** Does the same to the excerpt of a syntax error that the JSON reader made. */
export function hideValues(diagnostic: Diagnostic): Diagnostic {
  if (diagnostic.code !== 'document/syntax') return diagnostic;
  const { args, at } = diagnostic;
  return diagnose('document/syntax', { ...args, excerpt: hideWords(args.excerpt, []) }, at as Location[]);
}

function hideWords(excerpt: string, visible: readonly string[]): string {
  const [line = '', caret = ''] = excerpt.split('\n');
  const kept = visible
    .filter((word) => word !== '')
    .map((word) => [line.indexOf(word), word.length] as const);
  const hidden = line.replace(/[^\s:,{}[\]"'#]+/g, (word, at: number) => {
    const isKept = kept.some(
      ([from, length]) => from >= 0 && from <= at && at + word.length <= from + length,
    );
    return isKept || vocabulary.has(word) || /^[-|>&*?!]$/.test(word) ? word : '·'.repeat(word.length);
  });
  return `${hidden}\n${caret}`;
}

/** Keys and fixed values of a configuration, which can be shown without harm. */
const vocabulary: ReadonlySet<string> = new Set(
  `$schema schema rule objectMapping scope skipOutOfScopeDeletions dryRun timeout seed now source target profiles
  provision kind path users tenant clientId auth clientSecret certificate token cloud graphUrl authorityUrl app
  displayName appId servicePrincipalId job url user password tokenUrl headers tls ca env file command
  assigned all true false null fixture graph scim bearer basic client-credentials none
  client-secret azure-cli device-code managed-identity global usgov usgov-dod china`.split(/\s+/),
);
