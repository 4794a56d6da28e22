const isoForm = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

/** Milliseconds padded to four digits before an offset without colon, as configuration files of 2014 print them. */
const paddedMilliseconds = /\.0\d{3}[+-]\d{4}$/;

/**
 * An ISO-like time as `2014-02-27T21:43:53.885Z`; `undefined` when the text is not a time.
 *
 * Takes a blank for the `T`, any number of fraction digits (cut to milliseconds), offsets with and without colon, and no
 * offset at all, which is read as UTC. Files of 2014 print `53.0885+0000` where the same item's creation time says `53.885Z`:
 * the digits are milliseconds padded to four, not ten-thousandths, so that form is read as 885 ms.
 */
export function parseTime(text: string): string | undefined {
  if (isNormal(text)) return text;
  const match = isoForm.exec(text.trim());
  if (!match) return undefined;
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '', fraction = '', offset = 'Z'] = match;
  const milliseconds = paddedMilliseconds.test(text.trim())
    ? Number(fraction)
    : Number(fraction.padEnd(3, '0').slice(0, 3));
  const local = new Date(0);
  local.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  local.setUTCHours(Number(hour), Number(minute), Number(second), milliseconds);
  const wellFormed =
    local.getUTCMonth() === Number(month) - 1 &&
    local.getUTCDate() === Number(day) &&
    local.getUTCHours() === Number(hour) &&
    local.getUTCMinutes() === Number(minute) &&
    local.getUTCSeconds() === Number(second);
  if (!wellFormed) return undefined;
  return isoTime(local.getTime() - offsetMinutes(offset) * 60_000);
}

/** Nearly every time is: that spares a million items the rest. */
function isNormal(text: string): boolean {
  if (text.length !== 24 || !text.endsWith('Z')) return false;
  const epoch = Date.parse(text);
  return !Number.isNaN(epoch) && isoTime(epoch) === text;
}

/** A time in epoch milliseconds as ISO text with milliseconds and `Z`; `undefined` outside of the years 0 to 9999. */
export function isoTime(epochMilliseconds: number): string | undefined {
  const date = new Date(epochMilliseconds);
  const year = date.getUTCFullYear();
  return year >= 0 && year <= 9999 ? date.toISOString() : undefined;
}

function offsetMinutes(offset: string): number {
  if (offset.toUpperCase() === 'Z') return 0;
  const digits = offset.slice(1).replace(':', '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || '0');
  return offset.startsWith('-') ? -minutes : minutes;
}
