/** Why a run was cut short. */
export type AbortReason = 'interrupted' | 'timeout';

/**
 * What an aborted signal means, as the requests under way read it too: the time limit of the run where it was aborted with a
 * `TimeoutError` (as `AbortSignal.timeout` does), or else somebody's wish to stop. Undefined while nothing was aborted.
 */
export function abortReasonOf(signal: AbortSignal): AbortReason | undefined {
  if (!signal.aborted) return undefined;
  const reason: unknown = signal.reason;
  const isTimeout = reason instanceof DOMException && reason.name === 'TimeoutError';
  return isTimeout ? 'timeout' : 'interrupted';
}
