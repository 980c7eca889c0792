/** What details can be asked for: the words of `--until`, and `discovery`, for which the run asks the target more. */
export type DetailWord = 'import' | 'scope' | 'connection' | 'match' | 'action' | 'discovery';

/** What can be asked for beside the steps: both dialects of a PATCH. */
export type AsideWord = 'dialects';

/** How a report shall look on the terminal it goes to. Decided by the caller; a renderer looks at nothing else. */
export interface Look {
  /** levels of chalk: none, 16 colours, 256, true colour */
  readonly colour: 0 | 1 | 2 | 3;
  /** false for a terminal that has ASCII only */
  readonly unicode: boolean;
  /** columns; below 40 it is drawn as for 40 */
  readonly width: number;
  /** whether OSC 8 links are understood */
  readonly links: boolean;
  /** `failed` expands what failed or decided, within 25 lines; named steps are expanded in full */
  readonly details: readonly (DetailWord | AsideWord)[] | 'failed' | 'all' | 'none';
}
