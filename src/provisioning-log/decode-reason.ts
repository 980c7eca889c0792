import { memberOf, parseJson, textOf } from './members.js';

/** What the long text of a failure holds: the target's own answer, and what the service says about trying again. */
export interface DecodedReason {
  /** `Conflict`, `BadRequest`: as the service writes the status of the answer */
  readonly statusCode: string | null;
  /** the answer as the target sent it */
  readonly webResponse: string | null;
  /** of a SCIM error in it */
  readonly scim: {
    readonly status: string | null;
    readonly scimType: string | null;
    readonly detail: string | null;
  } | null;
  readonly retried: string | null;
  /** as written */
  readonly nextRetry: string | null;
}

/**
 * Takes the reason of a failure apart. The service embeds status, message, web response and a retry note in one text.
 * Source: failed records in Microsoft's documentation and in public logs.
 */
export function decodeReason(reason: string): DecodedReason {
  const body = findBody(reason);
  const parsed = body === null ? undefined : (parseJson(body) ?? parseJson(unescape(body)));
  const isScim = parsed !== undefined && memberOf(parsed, 'detail', 'scimType', 'status') !== undefined;
  return {
    statusCode: /StatusCode:\s*([A-Za-z0-9]+)/i.exec(reason)?.[1] ?? null,
    webResponse: body,
    scim: isScim
      ? {
          status: textOf(parsed, 'status'),
          scimType: textOf(parsed, 'scimType'),
          detail: textOf(parsed, 'detail'),
        }
      : null,
    retried: /retried (\d+) times?/i.exec(reason)?.[1] ?? null,
    nextRetry: /retried again after this date:?\s*([^.\n]+)/i.exec(reason)?.[1]?.trim() ?? null,
  };
}

function findBody(reason: string): string | null {
  const start = /Web Response:?\s*/i.exec(reason);
  if (start === null) return null;
  const rest = reason.slice(start.index + start[0].length);
  const end = rest.search(/\.?\s*This operation was retried|\.?\s*This attribute/i);
  const text = (end < 0 ? rest : rest.slice(0, end)).trim();
  return text === '' ? null : text;
}

/** JSON that was written into a text a second time. */
const unescape = (text: string): string => text.replaceAll('\\"', '"');
