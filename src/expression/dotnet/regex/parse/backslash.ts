import { isWordCharacter } from '../sets/categories.js';
import { readEscape } from './escape.js';
import { PatternFault } from './fault.js';
import { isDigit, type PatternScanner } from './pattern-scanner.js';

/** What a backslash outside a class may refer to; undefined groups are not yet told apart. */
export type Escaped =
  | { readonly kind: 'number'; readonly number: number; readonly delimited: boolean }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'unit'; readonly unit: number };

/**
 * Reads what follows a backslash when it is no class and no anchor: `\1`, `\k<n>`, `\k'n'`, the old `\<n>` and `\'n'`, or
 * the escape of one unit. Source: Microsoft Learn, "Backreference constructs in .NET regular expressions".
 */
export function readEscaped(scanner: PatternScanner): Escaped {
  const start = scanner.at;
  const isNamed = scanner.accept('k');
  const close = readOpening(scanner, isNamed);
  if (isNamed && (close === undefined || scanner.atEnd))
    throw new PatternFault('referenceMalformed', start - 1);
  const first = scanner.peek();
  if (close !== undefined && isDigit(first)) {
    const number = scanner.readNumber();
    if (scanner.accept(close)) return { kind: 'number', number, delimited: true };
  } else if (close !== undefined && isWordCharacter(first)) {
    const name = scanner.readName();
    if (scanner.accept(close)) return { kind: 'name', name };
  } else if (close === undefined && first >= '1' && first <= '9') {
    return { kind: 'number', number: scanner.readNumber(), delimited: false };
  }
  scanner.at = start;
  return { kind: 'unit', unit: readEscape(scanner) };
}

/** Reads `<` or `'` and tells what closes it. Without the `k` it needs something after it. */
function readOpening(scanner: PatternScanner, isNamed: boolean): string | undefined {
  const opening = scanner.peek();
  if (opening !== '<' && opening !== "'") return undefined;
  if (!isNamed && scanner.peek(1) === '') return undefined;
  scanner.at++;
  return opening === '<' ? '>' : "'";
}
