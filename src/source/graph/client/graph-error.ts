import { bound, membersOf, textOrNull } from '../wire/json-answer.js';

/** What an error answer of Graph says. */
export interface GraphError {
  readonly code: string | null;
  readonly detail: string | null;
  readonly requestId: string | null;
  readonly date: string | null;
}

/** More of a message is not shown; the exchange has it all. */
const longest = 2000;

/**
 * Reads `{"error": {code, message, innerError}}`. A message may itself be JSON, when the synchronization backend answers, whose
 * own message is shown then. Source: "Microsoft Graph error responses"; the nested form is observed (Graph reference, section 3).
 */
export function readGraphError(body: unknown, headers: Readonly<Record<string, string>>): GraphError {
  const { error } = membersOf(body);
  const members = membersOf(error);
  const inner = membersOf(members.innerError ?? members.innererror);
  const message = textOrNull(members.message);
  return {
    code: textOrNull(members.code) ?? textOrNull(error),
    detail: message === null ? null : bound(unwrap(message), longest),
    requestId: textOrNull(inner['request-id']) ?? headers['request-id'] ?? null,
    date: textOrNull(inner.date) ?? headers.date ?? null,
  };
}

function unwrap(message: string): string {
  if (!message.trimStart().startsWith('{')) return message.trim();
  try {
    const members = membersOf(JSON.parse(message));
    const inner = membersOf(members.error);
    const text = members.Message ?? members.message ?? inner.message;
    return textOrNull(text) ?? message;
  } catch {
    return message;
  }
}
