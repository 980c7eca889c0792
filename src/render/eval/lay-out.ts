import type { EvaluatedPart } from '../../report/evaluated-part.js';

/** One line of an expression that is laid out. */
export interface TreeLine {
  readonly depth: number;
  readonly text: string;
  /** the part whose value belongs beside this line; undefined for a closing parenthesis */
  readonly part: EvaluatedPart | undefined;
  /** within a branch that was not taken */
  readonly idle: boolean;
  /** whether the outcome is worth telling: not below a part of which it says the same */
  readonly telling: boolean;
}

/**
 * The expression with each argument on a line of its own. Read from top to bottom the lines are the expression as written,
 * white space between tokens aside; a comparison stands on one line, with what it compares repeated below.
 */
export function layOut(root: EvaluatedPart): readonly TreeLine[] {
  return layPart(root, { depth: 0, after: '', parent: undefined });
}

interface Place {
  readonly depth: number;
  /** what follows the part: commas, and places that were left empty */
  readonly after: string;
  readonly parent: EvaluatedPart | undefined;
}

function layPart(part: EvaluatedPart, { depth, after, parent }: Place): readonly TreeLine[] {
  const idle = part.outcome === 'notEvaluated';
  const line = (text: string): TreeLine => ({
    depth,
    text: text + after,
    part,
    idle,
    telling: !idle || parent?.outcome !== 'notEvaluated',
  });
  const [first] = part.parts;
  if (first === undefined) return [line(squeeze(part.text))];
  if (first.start === part.start) {
    const operands = part.parts.filter((operand) => !isConstant(operand));
    const below = operands.flatMap((operand) =>
      layPart(operand, { depth: depth + 1, after: '', parent: part }),
    );
    return [line(squeeze(part.text)), ...below];
  }
  const head = part.text.slice(0, first.start - part.start);
  return [
    { ...line(''), text: squeeze(head).trim() },
    ...part.parts.flatMap((argument, at) => {
      const end = part.parts[at + 1]?.start ?? part.end - 1;
      const gap = part.text.slice(argument.end - part.start, end - part.start);
      return layPart(argument, { depth: depth + 1, after: squeeze(gap).trim(), parent: part });
    }),
    { depth, text: `)${after}`, part: undefined, idle, telling: false },
  ];
}

/** Texts and numbers: what they are is what is written. */
export const isConstant = ({ text }: EvaluatedPart): boolean => /^["\d&-]/.test(text);

/** White space between tokens as one blank; texts and attribute names stay. */
function squeeze(text: string): string {
  return text.replace(/"(?:\\[\s\S]|[^"\\])*"|\[[^\]]*\]|\s+/g, (token) =>
    /^["[]/.test(token) ? token : ' ',
  );
}
