/** What a symbol says; a word always stands beside it. `no` is an answer, `bad` is trouble. */
export type Mark = 'ok' | 'bad' | 'no' | 'off' | 'warn' | 'unsure';

/** The signs that the picture is drawn with. */
export interface Signs {
  readonly marks: Readonly<Record<Mark, string>>;
  readonly bar: string;
  readonly arrow: string;
  readonly dot: string;
  readonly ellipsis: string;
}

const unicodeSigns: Signs = {
  marks: { ok: '✓', bad: '✗', no: '✗', off: '–', warn: '▲', unsure: '?' },
  bar: '▌',
  arrow: '→',
  dot: '·',
  ellipsis: '…',
};

const asciiSigns: Signs = {
  marks: { ok: '[ok]', bad: '[x]', no: '[x]', off: '[-]', warn: '[!]', unsure: '[?]' },
  bar: '|',
  arrow: '->',
  dot: '-',
  ellipsis: '...',
};

export const signsFor = (unicode: boolean): Signs => (unicode ? unicodeSigns : asciiSigns);
