import { AnchorCode } from './program.js';
import { isWordAt } from './set-table.js';

/**
 * Whether an anchor holds at a place. Source: Microsoft Learn, "Anchors in regular expressions"; reference 7.1.
 * @param scanStart where the search began: the end of the match before
 */
export function holdsAnchor(anchor: number, input: string, at: number, scanStart: number): boolean {
  switch (anchor) {
    case AnchorCode.start:
      return at === 0;
    case AnchorCode.end:
      return at === input.length;
    case AnchorCode.lastLine:
      return at === input.length || (at === input.length - 1 && input.charCodeAt(at) === 0x0a);
    case AnchorCode.lineStart:
      return at === 0 || input.charCodeAt(at - 1) === 0x0a;
    case AnchorCode.lineEnd:
      return at === input.length || input.charCodeAt(at) === 0x0a;
    case AnchorCode.boundary:
      return isWordAt(input, at - 1) !== isWordAt(input, at);
    case AnchorCode.noBoundary:
      return isWordAt(input, at - 1) === isWordAt(input, at);
    default:
      return at === scanStart;
  }
}
