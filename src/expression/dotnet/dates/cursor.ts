/** A position in a text that is read from left to right. */
export class Cursor {
  at = 0;

  constructor(readonly text: string) {}

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** the unit at the position, or the empty text at the end */
  get current(): string {
    return this.text.charAt(this.at);
  }

  /** Goes past a text if it stands here. */
  take(wanted: string): boolean {
    if (!this.text.startsWith(wanted, this.at)) return false;
    this.at += wanted.length;
    return true;
  }

  /** Goes past at least and at most so many digits, and returns them; stays where there are fewer. */
  digits(least: number, most: number): string | undefined {
    const { text, at } = this;
    let end = at;
    while (end - at < most && isDigit(text.charCodeAt(end))) end += 1;
    if (end - at < least) return undefined;
    this.at = end;
    return text.slice(at, end);
  }

  /** Goes past what a pattern (starting with `^`) finds here, and returns it. */
  match(pattern: RegExp): string | undefined {
    const found = pattern.exec(this.text.slice(this.at))?.[0];
    this.at += found?.length ?? 0;
    return found;
  }
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
