import type { AsideWord, DetailWord, Look } from '../render/index.js';
import type { OutputOptions } from './options.js';
import type { StreamFacts } from './terminal.js';
import { UsageError } from './usage-error.js';

const words: readonly (DetailWord | AsideWord)[] = [
  ...(['import', 'scope', 'connection', 'match', 'action', 'discovery'] as const),
  'dialects',
];
const wholes = ['failed', 'all', 'none'] as const;

/** What `--details` asks for; without a word it means all. */
export function parseDetails(value: string | true | undefined): Look['details'] {
  if (value === undefined) return 'failed';
  if (value === true) return 'all';
  const whole = wholes.find((word) => word === value);
  if (whole !== undefined) return whole;
  return value.split(',').map((part) => {
    const word = words.find((candidate) => candidate === part.trim());
    if (word !== undefined) return word;
    throw new UsageError(
      `--details does not know '${part.trim()}'`,
      `It takes ${wholes.join(', ')}, or a comma list of ${words.join(', ')}.`,
    );
  });
}

/** Whether a run has to ask the discovery endpoints: only where the word names them, `all` shows what is there anyway. */
export function asksForDiscovery(details: Look['details']): boolean {
  return typeof details !== 'string' && details.includes('discovery');
}

/** How the text for a stream shall look. */
export async function decideLook(
  stream: StreamFacts,
  options: Pick<OutputOptions, 'color'>,
  details: Look['details'],
): Promise<Look> {
  const { default: isUnicodeSupported } = await import('is-unicode-supported');
  return {
    colour: stream.colour(options.color),
    unicode: isUnicodeSupported(),
    width: stream.width,
    links: false,
    details,
  };
}
