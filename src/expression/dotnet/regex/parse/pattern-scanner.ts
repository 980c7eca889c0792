import { isWordCharacter } from '../sets/categories.js';
import { PatternFault } from './fault.js';
import { IGNORE_WHITE_SPACE, optionBit } from './options.js';

const GREATEST_NUMBER = 0x7fffffff;

/** A pattern, how far it has been read, and the options in force there. */
export class PatternScanner {
  readonly pattern: string;
  at = 0;
  options = 0;

  constructor(pattern: string) {
    this.pattern = pattern;
  }

  get atEnd(): boolean {
    return this.at >= this.pattern.length;
  }

  /** The character `ahead` places on; empty past the end. */
  peek(ahead = 0): string {
    return this.pattern.charAt(this.at + ahead);
  }

  /** Reads one character; empty at the end. */
  next(): string {
    return this.pattern.charAt(this.at++);
  }

  has(option: number): boolean {
    return (this.options & option) !== 0;
  }

  /** Reads the text if it comes next. */
  accept(text: string): boolean {
    if (!this.pattern.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  /** Reads the digits that come next as a number, 0 for none. A number beyond Int32 is a fault, as in .NET. */
  readNumber(): number {
    const start = this.at;
    let number = 0;
    while (isDigit(this.peek())) {
      number = number * 10 + Number(this.next());
      if (number > GREATEST_NUMBER) throw new PatternFault('numberTooLarge', start);
    }
    return number;
  }

  /** Reads word characters. */
  readName(): string {
    const start = this.at;
    while (isWordCharacter(this.peek())) this.at++;
    return this.pattern.slice(start, this.at);
  }

  /** Reads what has no meaning: `(?#...)`, and white space and `#` comments where the options say so. */
  skipBlank(): void {
    for (;;) {
      if (this.has(IGNORE_WHITE_SPACE)) while (isBlank(this.peek())) this.at++;
      if (this.has(IGNORE_WHITE_SPACE) && this.peek() === '#') {
        const lineEnd = this.pattern.indexOf('\n', this.at);
        this.at = lineEnd < 0 ? this.pattern.length : lineEnd;
      } else if (this.pattern.startsWith('(?#', this.at)) {
        const close = this.pattern.indexOf(')', this.at);
        if (close < 0) throw new PatternFault('commentNotClosed', this.at);
        this.at = close + 1;
      } else return;
    }
  }

  /** Reads option letters (`im-sx`) into the options in force, up to the first other character. */
  readOptions(): void {
    for (let off = false; ; this.at++) {
      const letter = this.peek();
      if (letter === '-' || letter === '+') {
        off = letter === '-';
        continue;
      }
      const bit = optionBit(letter);
      if (bit === undefined) return;
      this.options = off ? this.options & ~bit : this.options | bit;
    }
  }
}

export function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}

/** What `(?x)` takes for white space: not the vertical tab, and nothing beyond ASCII. */
function isBlank(character: string): boolean {
  return /^[\t\n\f\r ]$/.test(character);
}
