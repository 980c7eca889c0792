/** Aborts a run with a `TimeoutError` after so many seconds. Call what it gives once the run is over. */
export function startTimer(seconds: number, abort: AbortController): () => void {
  const timer = setTimeout(() => {
    abort.abort(new DOMException('The time limit of the run was reached.', 'TimeoutError'));
  }, seconds * 1000);
  return () => {
    clearTimeout(timer);
  };
}
