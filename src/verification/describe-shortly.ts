import type { Exchange } from '../exchanges/exchange.js';
import { readScimError } from '../scim/index.js';

/** A request and the decisive line of its answer: `PATCH /Users/1 → 400 invalidValue: active must be a boolean`. */
export function describeExchangeShortly({ request, answer, noAnswer, planned }: Exchange): string {
  const asked = `${request.method} ${decode(request.path)}`;
  if (planned) return asked;
  if (answer === undefined) return `${asked}: no answer (${noAnswer?.kind ?? 'reset'})`;
  const error = readScimError(answer);
  const words = [error?.scimType, error?.detail].filter((word) => word != null && word !== '').join(': ');
  return `${asked}: ${String(answer.status)}${words === '' ? '' : ` ${words}`}`;
}

/** A query as people read it; one that cannot be decoded as it is. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path.replaceAll('+', ' '));
  } catch {
    return path;
  }
}
