import type { Blame } from '../diagnostics/diagnostic.js';
import { stepTitles } from '../report/step-titles.js';
import type { Actor } from '../service-words/index.js';
import { allCodes, type CodeExplanation, explainCode } from './explain-code.js';
import type { WordExplanation } from './explain-word.js';

const places: Readonly<Record<Blame | Actor, string>> = {
  configuration: 'configuration',
  source: 'source (Microsoft Entra ID)',
  target: 'target',
  network: 'network',
  tool: 'this tool',
  service: 'Microsoft; it usually passes by itself',
};

const titles = Object.values(stepTitles);

/** The page of a code in Markdown: what `explain` prints and what stands in the documentation. */
export function writeCodePage(explained: CodeExplanation): string {
  const { code, title, severity, basis, blame, message, why, advice, service } = explained;
  return joinSections([
    `# ${code}`,
    `**${title}**: ${severity}, ${basis}.`,
    ...(message === null ? [] : [quote(message)]),
    why,
    `To fix in: ${blame === null ? 'depends on what was found' : places[blame]}.`,
    ...section(
      'What to do',
      advice.map(({ kind, text }, index) => writeAdvice(kind, text, index)),
    ),
    ...section(
      'What the portal calls it',
      service.map(({ word, meaning }) => `- \`${word}\`: ${meaning}`),
    ),
  ]);
}

/** The page of a word of the service, in the same form. */
export function writeWordPage(explained: WordExplanation): string {
  const { spelling, word, prefix, stands, category, steps, basis, meaning, tell, who, ours } = explained;
  const about = [category, ...steps.map((step) => `step ${String(step)} (${titles[step - 1] ?? ''})`), basis];
  return joinSections([
    `# ${spelling}`,
    `**${capitalise(stands)}** of the service: ${about.filter((part) => part !== null).join(', ')}.`,
    ...(spelling === word ? [] : [`Also written \`${word}\`.`]),
    ...(prefix === '' ? [] : [`\`${prefix}\` before it is the name of a connector or an application.`]),
    meaning,
    ...(who.length === 0 ? [] : [`To fix in: ${who.map((actor) => places[actor]).join('; ')}.`]),
    ...section('What to do', tell === '' ? [] : [tell]),
    ...section(
      'What provision-user says',
      ours.map(({ code, title }) => `- \`${code}\`: ${title}`),
    ),
  ]);
}

/** The list of all codes with links to their pages. */
export function writeIndexPage(): string {
  const codes = allCodes();
  const families = [...new Set(codes.map((code) => code.split('/')[0] ?? ''))];
  const sections = families.map((family) => {
    const rows = codes
      .filter((code) => code.startsWith(`${family}/`))
      .map((code) => {
        const { title, severity } = explainCode(code);
        return `- [${code}](${code}.md): ${title} (${severity})`;
      });
    return `## ${family}\n\n${rows.join('\n')}`;
  });
  return joinSections([heading, ...sections]);
}

const heading = `# Diagnostics

Made from the catalogue in \`src/diagnostics/families/\`; a test keeps it up to date. \`provision-user explain <code>\` prints the same page.
An _error_ fails a step or the run, a _warning_ needs somebody's attention, an _info_ only explains. How sure it is that the
service behaves so: _documented_, _observed_ or _assumed_. Names in braces stand for what a message is filled with.`;

const joinSections = (sections: readonly string[]): string => `${sections.join('\n\n')}\n`;

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`## ${title}`, lines.join('\n')];

const quote = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');

function writeAdvice(kind: string, text: string, index: number): string {
  const fenced = kind === 'frame' || kind === 'command';
  const body = fenced ? `\`${text.replaceAll('\n', ' ').replace(/\s+/g, ' ')}\`` : text.replaceAll('\n', ' ');
  return `${String(index + 1)}. ${body}`;
}

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
