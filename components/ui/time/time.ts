const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];
const words = new Intl.RelativeTimeFormat('en', { numeric: 'always' });

/** `2026-11-22 08:31:54 UTC`. A value that is no time is given back as it is. */
export function utcText(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  return `${time.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/**
 * `3 minutes ago`, `in 2 hours`, in whole units rounded towards now; `just now` within ten seconds either way, so that the
 * clocks of the browser and of the server may differ a little. Empty for a value that is no time.
 */
export function relativeText(iso: string, now: number): string {
  const seconds = (new Date(iso).getTime() - now) / 1000;
  if (Number.isNaN(seconds)) return '';
  const distance = Math.abs(seconds);
  if (distance < 10) return 'just now';
  const [unit, length] = units.find(([, length]) => distance >= length) ?? (['second', 1] as const);
  return words.format(Math.sign(seconds) * Math.floor(distance / length), unit);
}

/** The same instant in the reader's own zone and language, named as such. */
export function localText(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  return `Local time: ${time.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'long' })}`;
}
