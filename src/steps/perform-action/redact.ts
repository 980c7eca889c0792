/** What stands in the place of a value that may not be shown, as in provisioning logs. */
export const redactedText = '[Redact]';

/** A JSON value in which every text that may not be shown is replaced. */
export function redactTexts(value: unknown, redacted: readonly string[]): unknown {
  if (redacted.length === 0) return value;
  if (typeof value === 'string') return redacted.includes(value) ? redactedText : value;
  if (Array.isArray(value)) return value.map((element) => redactTexts(element, redacted));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, redactTexts(member, redacted)]),
  );
}
