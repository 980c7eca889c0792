/** Levels of chalk: none, 16 colours, 256, true colour. */
export type ColourLevel = 0 | 1 | 2 | 3;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * How many colours a stream gets. Off: --no-color, NO_COLOR, FORCE_COLOR=0, a pipe, TERM=dumb. On: FORCE_COLOR and
 * CLICOLOR_FORCE, also into a pipe. NO_COLOR wins over both. CI variables decide nothing.
 */
export function decideColour(isTerminal: boolean, environment: Environment, wanted: boolean): ColourLevel {
  const { NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, TERM, COLORTERM } = environment;
  if (!wanted || isSet(NO_COLOR)) return 0;
  if (FORCE_COLOR !== undefined) return forcedLevel(FORCE_COLOR);
  if (isSet(CLICOLOR_FORCE) && CLICOLOR_FORCE !== '0') return 1;
  if (!isTerminal || TERM === 'dumb') return 0;
  if (COLORTERM === 'truecolor' || COLORTERM === '24bit') return 3;
  return TERM?.includes('256') === true ? 2 : 1;
}

function forcedLevel(value: string): ColourLevel {
  if (value === '0' || value === 'false') return 0;
  return value === '2' ? 2 : value === '3' ? 3 : 1;
}

const isSet = (value: string | undefined): boolean => value !== undefined && value !== '';
