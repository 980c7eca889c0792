/** A place for an annotation of GitHub Actions. */
export interface AnnotationPlace {
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly col?: number | undefined;
}

/**
 * One workflow command that annotates a line: `::error file=,line=,col=,title=::message`. Source: "Workflow commands for GitHub
 * Actions"; the escapes are those of the runner: `%`, carriage return and line feed in messages, `:` and `,` too in properties.
 */
export function writeAnnotation(
  kind: 'error' | 'warning' | 'notice',
  { file, line, col }: AnnotationPlace,
  title: string,
  message: string,
): string {
  const properties = Object.entries({ file, line, col, title })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${kind} ${properties.join(',')}::${escapeMessage(message)}\n`;
}

const escapeMessage = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
