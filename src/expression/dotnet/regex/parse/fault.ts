/** Why .NET refuses a pattern, in words of our own. Source of the cases: dotnet/runtime, RegexParseError. */
const REASONS = {
  backslashAtEnd: 'the pattern ends in a lone backslash',
  classNotClosed: 'a character class is not closed: "]" is missing',
  rangeReversed: 'the range of characters runs backwards',
  classInRange: 'a class such as \\d or \\p{L} cannot be the end of a range',
  subtractionNotLast: 'a subtraction has to be the last thing in its character class',
  propertyIncomplete: 'a Unicode category or block is written \\p{Name}',
  propertyUnknown: 'no Unicode category or block has this name',
  quantifierAfterNothing: 'there is nothing before this quantifier that it could repeat',
  quantifierAfterQuantifier: 'a quantifier follows a quantifier; put the first one into a group',
  quantifierReversed: 'the least number of repetitions is greater than the most',
  numberTooLarge: 'this number is greater than 2147483647',
  commentNotClosed: 'a comment is not closed: ")" is missing',
  groupNotOpened: 'this ")" closes no group',
  groupNotClosed: 'a group is not closed: ")" is missing',
  groupUnknown: 'this is no kind of group, or an option that does not exist',
  groupNameInvalid:
    'the name of a group has to be a number, or word characters that do not start with a digit',
  groupNameNotClosed: 'the name of a group is not closed',
  groupZero: 'group 0 is the whole match and cannot be given as a name',
  referenceMalformed: 'a reference by name is written \\k<name>',
  referenceUnknown: 'no group has this name or number',
  conditionMalformed: 'the condition of an alternation is not complete',
  conditionComment: 'the condition of an alternation cannot be a comment',
  conditionCapture: 'the condition of an alternation cannot be a named group',
  conditionBranches: 'an alternation with a condition has at most two branches',
  escapeUnknown: 'this letter means nothing after a backslash',
  hexIncomplete: 'two digits follow \\x and four follow \\u, all hexadecimal',
  controlMissing: 'a control character needs a letter after \\c',
  controlUnknown: 'there is no such control character',
} as const;

export type Reason = keyof typeof REASONS;

/** Ends the reading of a pattern. It never leaves `parsePattern`, which turns it into a value. */
export class PatternFault extends Error {
  readonly offset: number;

  constructor(reason: Reason, offset: number) {
    super(REASONS[reason]);
    this.offset = offset;
  }
}
