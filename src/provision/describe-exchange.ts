import type { Exchange } from '../exchanges/exchange.js';
import type { WireExchange } from '../report/report.js';
import { redactTexts } from '../steps/index.js';

/** An exchange for the report: bodies as JSON where they are, texts that may not be shown replaced. */
export function describeExchange(exchange: Exchange, id: string, redacted: readonly string[]): WireExchange {
  const { request, answer, noAnswer } = exchange;
  return {
    id,
    ours: request.ours ?? false,
    planned: exchange.planned,
    method: request.method,
    url: exchange.url,
    requestHeaders: exchange.requestHeaders,
    requestBody: request.body === undefined ? null : redactTexts(request.body, redacted),
    status: answer?.status ?? null,
    responseHeaders: answer?.headers ?? {},
    responseBody:
      answer === undefined || answer.body === '' ? null : redactTexts(parseBody(answer.body), redacted),
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
