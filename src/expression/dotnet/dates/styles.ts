/** The members of .NET's DateTimeStyles, taken apart. */
export interface Styles {
  readonly leadingWhite: boolean;
  readonly trailingWhite: boolean;
  readonly innerWhite: boolean;
  readonly noCurrentDate: boolean;
  readonly toUniversal: boolean;
  readonly assumeLocal: boolean;
  readonly assumeUniversal: boolean;
  readonly roundtrip: boolean;
}

const none: Styles = {
  leadingWhite: false,
  trailingWhite: false,
  innerWhite: false,
  noCurrentDate: false,
  toUniversal: false,
  assumeLocal: false,
  assumeUniversal: false,
  roundtrip: false,
};

const names: Readonly<Record<string, Partial<Styles>>> = {
  None: {},
  AllowLeadingWhite: { leadingWhite: true },
  AllowTrailingWhite: { trailingWhite: true },
  AllowInnerWhite: { innerWhite: true },
  AllowWhiteSpaces: { leadingWhite: true, trailingWhite: true, innerWhite: true },
  NoCurrentDateDefault: { noCurrentDate: true },
  AdjustToUniversal: { toUniversal: true },
  AssumeLocal: { assumeLocal: true },
  AssumeUniversal: { assumeUniversal: true },
  RoundtripKind: { roundtrip: true },
};

/** What FormatDateTime uses when dateTimeStyles is left empty (function reference, "FormatDateTime"). */
export const defaultStyles: Styles = { ...none, roundtrip: true, leadingWhite: true, trailingWhite: true };

/** What CDate uses (inferred from every published example). */
export const universalStyles: Styles = { ...none, assumeUniversal: true, toUniversal: true };

/** Reads the name of a style, or several separated by commas; undefined where .NET refuses them. */
export function readStyles(text: string): Styles | undefined {
  let styles = none;
  for (const part of text.split(',')) {
    const name = part.trim();
    const style = Object.hasOwn(names, name) ? names[name] : undefined;
    if (style === undefined) return undefined;
    styles = { ...styles, ...style };
  }
  const conflict =
    (styles.assumeLocal && styles.assumeUniversal) ||
    (styles.roundtrip && (styles.assumeLocal || styles.assumeUniversal || styles.toUniversal));
  return conflict ? undefined : styles;
}
