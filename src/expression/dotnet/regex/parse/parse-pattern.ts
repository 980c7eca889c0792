import { dotNode, lineAnchor, readBackslash, textNode } from './atom.js';
import { readClass } from './char-class.js';
import { PatternFault } from './fault.js';
import { capturesUnnamed, readOpening } from './group-opening.js';
import { scanGroups } from './group-scan.js';
import type { GroupTable } from './group-table.js';
import type { Node } from './node.js';
import { OpenGroup } from './open-group.js';
import { PatternScanner } from './pattern-scanner.js';
import { isQuantifier, readQuantified } from './quantifier.js';

/** `depth` is how deep groups nest: who walks the tree by recursion looks at it first. */
export type Parsed =
  | { readonly kind: 'parsed'; readonly root: Node; readonly groups: GroupTable; readonly depth: number }
  | { readonly kind: 'invalid'; readonly message: string; readonly offset: number };

/** Reads a pattern of .NET (RegexOptions.None). Any text is parsed or refused; nesting costs no call stack. */
export function parsePattern(pattern: string): Parsed {
  try {
    return new PatternParser(pattern).parse();
  } catch (fault) {
    if (fault instanceof PatternFault)
      return { kind: 'invalid', message: fault.message, offset: fault.offset };
    throw fault;
  }
}

class PatternParser {
  private readonly scanner: PatternScanner;
  private readonly groups: GroupTable;
  private readonly outer: OpenGroup[] = [];
  private group: OpenGroup;
  private nextUnnamed = 1;
  private depth = 0;
  /** the next unnamed "(" captures nothing, because it is a condition (or, as in .NET, stands in one) */
  private isCondition = false;
  private isAfterQuantifier = false;

  constructor(pattern: string) {
    this.groups = scanGroups(pattern);
    this.scanner = new PatternScanner(pattern);
    this.group = new OpenGroup({ kind: 'group' }, 0, 0);
  }

  parse(): Parsed {
    const { scanner } = this;
    for (;;) {
      scanner.skipBlank();
      if (scanner.atEnd) break;
      const unit = this.readUnit();
      if (unit) this.addQuantified(unit);
    }
    if (this.outer.length > 0) throw new PatternFault('groupNotClosed', this.group.start);
    return { kind: 'parsed', root: this.group.close(), groups: this.groups, depth: this.depth };
  }

  /** Reads one thing that a quantifier can follow; undefined if it was something else. */
  private readUnit(): Node | undefined {
    const { scanner } = this;
    const wasAfterQuantifier = this.isAfterQuantifier;
    this.isAfterQuantifier = false;
    if (isQuantifier(scanner)) {
      throw new PatternFault(
        wasAfterQuantifier ? 'quantifierAfterQuantifier' : 'quantifierAfterNothing',
        scanner.at,
      );
    }
    const character = scanner.next();
    switch (character) {
      case '(':
        this.openGroup();
        return undefined;
      case ')':
        return this.closeGroup();
      case '|':
        this.group.startBranch();
        return undefined;
      case '[':
        return { kind: 'set', set: readClass(scanner, 'read') };
      case '\\':
        return readBackslash(scanner, this.groups);
      case '^':
      case '$':
        return lineAnchor(scanner, character);
      case '.':
        return dotNode(scanner);
      default:
        return textNode(scanner, character.charCodeAt(0));
    }
  }

  private addQuantified(unit: Node): void {
    this.scanner.skipBlank();
    this.isAfterQuantifier = isQuantifier(this.scanner);
    this.group.add(this.isAfterQuantifier ? readQuantified(this.scanner, unit) : unit);
  }

  private openGroup(): void {
    const { scanner } = this;
    const start = scanner.at - 1;
    const optionsBefore = scanner.options;
    const inCondition = this.group.opening.kind === 'ifMatch';
    const opening = readOpening(scanner, this.groups, inCondition);
    if (opening.kind === 'options') return;
    if (opening.kind === 'ifMatch') this.isCondition = true;
    this.outer.push(this.group);
    this.depth = Math.max(this.depth, this.outer.length);
    const resolved = opening.kind === 'unnamed' ? this.numberUnnamed() : opening;
    this.group = new OpenGroup(resolved, start, optionsBefore);
  }

  private numberUnnamed(): OpenGroup['opening'] {
    const captures = capturesUnnamed(this.scanner) && !this.isCondition;
    this.isCondition = false;
    return captures ? { kind: 'capture', slot: this.nextUnnamed++ } : { kind: 'group' };
  }

  /** The closed group, unless it was the condition of an alternation, which takes it in. */
  private closeGroup(): Node | undefined {
    const closed = this.group;
    const parent = this.outer.pop();
    if (!parent) throw new PatternFault('groupNotOpened', this.scanner.at - 1);
    const node = closed.close();
    this.group = parent;
    this.scanner.options = closed.optionsBefore;
    if (parent.opening.kind !== 'ifMatch' || parent.condition) return node;
    parent.condition = node;
    return undefined;
  }
}
