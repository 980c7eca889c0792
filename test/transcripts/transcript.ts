/** One command of a transcript with everything that it printed. */
export interface Scene {
  readonly command: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly input: string;
  readonly output: string;
  readonly code: number;
}

export interface Transcript {
  /** pieces of prose before, between and after the scenes */
  readonly prose: readonly string[];
  readonly scenes: readonly Scene[];
}

const block = /```console\n(\$ [^\n]*)\n([\s\S]*?)```\n/g;

/** Reads the `console` blocks of a Markdown text; what is around them is kept. */
export function readTranscript(text: string): Transcript {
  const prose: string[] = [];
  const scenes: Scene[] = [];
  let end = 0;
  for (const match of text.matchAll(block)) {
    prose.push(text.slice(end, match.index));
    end = match.index + match[0].length;
    scenes.push(readScene((match[1] ?? '').slice(2), match[2] ?? ''));
  }
  return { prose: [...prose, text.slice(end)], scenes };
}

/** The same text with the scenes as they were played. */
export function writeTranscript({ prose }: Transcript, scenes: readonly Scene[]): string {
  const blocks = scenes.map(({ command, output, code }) => `\`\`\`console\n$ ${command}\n${output}exit ${String(code)}\n\`\`\`\n`);
  return prose.map((piece, index) => piece + (blocks[index] ?? '')).join('');
}

function readScene(command: string, body: string): Scene {
  const [program = '', here] = command.split(' <<< ');
  const words = splitWords(program);
  const start = words.indexOf('provision-user');
  const environment = Object.fromEntries(words.slice(0, start).map((word) => word.split('=', 2) as [string, string]));
  const code = /exit (\d+)\n$/.exec(body);
  const output = code === null ? body : body.slice(0, code.index);
  const input = here === undefined ? '' : (splitWords(here)[0] ?? '');
  return { command, args: words.slice(start + 1), environment, input, output, code: Number(code?.[1] ?? -1) };
}

/** Words as a shell splits them, single and double quotes included. */
function splitWords(line: string): string[] {
  const words = line.match(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g) ?? [];
  return words.map((word) => word.replace(/'([^']*)'|"([^"]*)"/g, (_whole, single?: string, double?: string) => single ?? double ?? ''));
}
