import { longestTimeout } from './schema.js';

const isoTime = /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

/** Whether a text is a day, or a time with its zone, of ISO 8601, and exists in the calendar. */
export function isIsoTime(text: string): boolean {
  const day = isoTime.exec(text)?.[1];
  if (day === undefined || Number.isNaN(Date.parse(text))) return false;
  // Date.parse takes February 30 for March 2.
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

/** Whether a number of seconds can be the limit of a run. */
export function isTimeout(seconds: number): boolean {
  return seconds > 0 && seconds <= longestTimeout;
}
