import type { Exchange } from '../exchanges/exchange.js';
import type { ReportExchange, StepName } from '../report/report.js';
import { redactedText } from '../steps/index.js';

/** An exchange for the report: bodies as JSON where they are, texts that may not be shown replaced. */
export function describeExchange(
  exchange: Exchange,
  id: string,
  step: StepName,
  redacted: readonly string[],
): ReportExchange {
  const { request, answer, noAnswer } = exchange;
  return {
    id,
    step,
    ours: request.ours ?? false,
    planned: exchange.planned,
    method: request.method,
    url: exchange.url,
    requestHeaders: exchange.requestHeaders,
    requestBody: request.body === undefined ? null : hide(request.body, redacted),
    status: answer?.status ?? null,
    responseHeaders: answer?.headers ?? {},
    responseBody: answer === undefined || answer.body === '' ? null : hide(parseBody(answer.body), redacted),
    error: noAnswer === undefined ? null : `${noAnswer.kind}: ${noAnswer.message}`,
    durationMs: exchange.durationMs,
  };
}

function parseBody(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
}

function hide(value: unknown, redacted: readonly string[]): unknown {
  if (redacted.length === 0) return value;
  if (typeof value === 'string') return redacted.includes(value) ? redactedText : value;
  if (Array.isArray(value)) return value.map((element) => hide(element, redacted));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, hide(member, redacted)]));
}
