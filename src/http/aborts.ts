import type { NoAnswer } from '../exchanges/exchange.js';

/**
 * What an aborted signal means: the time limit of the run, where it was aborted with a `TimeoutError`, or else somebody's
 * wish to stop.
 * @param when in words that follow "stopped"
 */
export function explainAbort(signal: AbortSignal, when: string): NoAnswer {
  const reason: unknown = signal.reason;
  return typeof reason === 'object' && reason !== null && 'name' in reason && reason.name === 'TimeoutError'
    ? { kind: 'timeout', message: `the time limit of the whole run ended ${when}` }
    : { kind: 'aborted', message: `stopped ${when}` };
}
