import type { WireExchange } from '../../report/report.js';
import type { Row } from './rows.js';
import { hang } from './wrap.js';
import { neutralise, neutraliseLines } from './neutralise.js';
import type { Pen } from './pen.js';

const bodyLimit = 2048;
const compactLimit = 200;

/** The part of a URL that names the resource, where it has one: `/Users/2819c223`. */
function resourcePath(url: string): string {
  const path = url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '');
  return /\/(?:Users|Groups|Schemas|ResourceTypes|ServiceProviderConfig)(?:[/?].*)?$/.exec(path)?.[0] ?? path;
}

/** A UUID by its first eight digits, for places where the whole does not fit. */
export function shortenIds(text: string): string {
  return text.replace(/\b([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '$1');
}

/** Ids shortened so that no two read the same: by their beginning, else by both ends, else whole. */
export function shortenApart(ids: readonly string[], pen: Pen): readonly string[] {
  const ways = [
    shortenIds,
    (id: string) => (id.length > 16 ? `${id.slice(0, 4)}${pen.signs.ellipsis}${id.slice(-8)}` : id),
  ];
  const texts = ways.map((shorten) => ids.map(shorten));
  return texts.find((each) => new Set(each).size === ids.length) ?? ids;
}

/** `PATCH /Users/2819c223 → 200`. A planned request has no answer yet. */
export function showRequest(exchange: WireExchange, pen: Pen): string {
  const request = `${exchange.method} ${resourcePath(exchange.url)}`;
  if (exchange.planned) return request;
  return `${request} ${pen.signs.arrow} ${exchange.status ?? 'no answer'}`;
}

export const failed = ({ planned, status, error }: WireExchange): boolean =>
  !planned && (status === null || status >= 400 || error !== null);

/** The exchange with its bodies, as it was sent and answered. */
export function showExchange(exchange: WireExchange, indent: number, pen: Pen): readonly Row[] {
  const { method, url, planned, ours, status, error, durationMs } = exchange;
  const remarks = [
    planned ? 'planned, not sent' : `${Math.round(durationMs)} ms`,
    ...(ours ? ['ours: the service would not send it'] : []),
  ].join(', ');
  const kind = exchange.responseHeaders['content-type'];
  const answer = [String(status ?? 'none'), kind ?? '', error ?? ''].filter((part) => part !== '').join(', ');
  return [
    row(
      ' '.repeat(indent) + pen.paint.quiet('request  '),
      `${method} ${url}  ${pen.paint.quiet(`(${remarks})`)}`,
      pen,
    ),
    ...showBody(exchange.requestBody, indent + 2, pen),
    ...(planned ? [] : [row(' '.repeat(indent) + pen.paint.quiet('answer   '), answer, pen)]),
    ...showBody(exchange.responseBody, indent + 2, pen),
  ];
}

/** What was answered, in few words: those of a SCIM error (RFC 7644, section 3.12) where it is one. */
export function showAnswer(exchange: WireExchange, indent: number, pen: Pen): readonly Row[] {
  const { error, status, responseBody } = exchange;
  const body = responseBody === null ? '' : (scimError(responseBody) ?? flat(responseBody));
  const told = body.length > compactLimit ? body.slice(0, compactLimit) + pen.signs.ellipsis : body;
  const parts = [status === null ? '' : String(status), error ?? '', neutralise(told)];
  const shown = parts.filter((part) => part !== '').join(' ');
  return [row(' '.repeat(indent) + pen.paint.quiet('answer  '), shown === '' ? 'none' : shown, pen)];
}

const flat = (body: unknown): string =>
  (typeof body === 'string' ? body : JSON.stringify(body)).replace(/\s+/g, ' ').trim();

function scimError(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('detail' in body)) return undefined;
  const { detail, scimType } = body as { readonly detail: unknown; readonly scimType?: unknown };
  if (typeof detail !== 'string') return undefined;
  return typeof scimType === 'string' && scimType !== '' ? `${scimType}: ${detail}` : detail;
}

function showBody(body: unknown, indent: number, pen: Pen): readonly Row[] {
  if (body === null || body === undefined || body === '') return [];
  const text = typeof body === 'string' ? body : JSON.stringify(body, null, 2);
  const lines = neutraliseLines(text.slice(0, bodyLimit));
  const rows = lines.map((line) => {
    const inner = line.length - line.trimStart().length;
    return row(' '.repeat(indent + Math.min(inner, 12)), line.trim(), pen);
  });
  if (text.length <= bodyLimit) return rows;
  return [
    ...rows,
    row(
      ' '.repeat(indent),
      pen.paint.quiet(`${pen.signs.ellipsis} ${text.length - bodyLimit} more characters`),
      pen,
    ),
  ];
}

const row = (lead: string, text: string, pen: Pen): Row => ({
  lines: hang(lead, text, pen.width),
  spare: false,
});
