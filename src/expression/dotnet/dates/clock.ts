import { whiteSpace } from '../white-space.js';
import type { DateScanner } from './date-tokens.js';
import type { Zone } from './zone.js';

/** A time of day with what was said of it. `fraction` is in ticks and may be a whole second after rounding. */
export interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly fraction: number;
  readonly afternoon: boolean | undefined;
  readonly zone: Zone | undefined;
}

const space = `[${whiteSpace}]*`;
const secondsForm = new RegExp(`^${space}:${space}[0-9]{1,2}(?![0-9])`);
const markForm = new RegExp(`^${space}[AP]M(?!\\p{L})`, 'iu');
const dividerForm = new RegExp(`^${space}[:/]`);
const isoForm = new RegExp(
  `^${space}([0-9]{2})${space}:${space}([0-9]{2})${space}(?::${space}([0-9]{2})(\\.[0-9]+)?${space})?`,
);

/** Reads the time after an hour and its colon: `30`, `30:15.5 PM -8`. */
export function readClock(scanner: DateScanner, hour: number): Clock | undefined {
  scanner.skipSpace();
  const minute = scanner.match(/^[0-9]{1,2}(?![0-9])/);
  if (minute === undefined) return undefined;
  const early = scanner.offset();
  if (early === false) return undefined;
  if (early !== undefined)
    return { hour, minute: Number(minute), second: 0, fraction: 0, afternoon: undefined, zone: early };

  const seconds = scanner.match(secondsForm);
  const fraction = seconds === undefined ? undefined : scanner.match(/^\.[0-9]*/);
  const beforeMark = scanner.offset();
  if (beforeMark === false) return undefined;
  const mark = scanner.match(markForm);
  const afterMark = beforeMark ?? (mark === undefined ? undefined : scanner.offset());
  if (afterMark === false || !endsTime(scanner)) return undefined;
  return {
    hour,
    minute: Number(minute),
    second: Number(seconds?.replace(/[^0-9]/g, '') ?? 0),
    fraction: toFraction(fraction?.slice(1) ?? ''),
    afternoon: mark === undefined ? undefined : /p/i.test(mark),
    zone: afterMark,
  };
}

/** A time may be followed by anything but what would divide it or a date. */
const endsTime = (scanner: DateScanner): boolean => !dividerForm.test(scanner.text.slice(scanner.at));

/** Reads the time of ISO 8601 after its T, up to the end of the text: two digits each, the seconds optional. */
export function readIsoTime(scanner: DateScanner): Clock | undefined {
  const parts = isoForm.exec(scanner.text.slice(scanner.at));
  if (parts === null) return undefined;
  scanner.at += parts[0].length;
  const zone = isoZone(scanner);
  scanner.skipSpace();
  if (zone === false || !scanner.isAtEnd) return undefined;
  return {
    hour: Number(parts[1]),
    minute: Number(parts[2]),
    second: Number(parts[3] ?? 0),
    fraction: toFraction(parts[4]?.slice(1) ?? ''),
    afternoon: undefined,
    zone,
  };
}

function isoZone(scanner: DateScanner): Zone | undefined | false {
  return scanner.match(/^z/i) === undefined ? scanner.offset() : { offset: 0n, isUtcMark: true };
}

/** Digits after the point in ticks; those beyond the seventh round. */
const toFraction = (digits: string): number => Math.round(Number(`0.${digits === '' ? '0' : digits}`) * 1e7);
