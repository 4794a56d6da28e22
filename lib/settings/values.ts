import { z } from 'zod';

/** A list, separated by commas. */
export const list = (text: string): string[] => text.split(',').map((part) => part.trim());

/** Whether no entry of a list is there twice. */
export const isUnique = (entries: readonly string[]): boolean => new Set(entries).size === entries.length;

/** An AWS Region's name. */
export const regionPattern = /^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/;

/** A whole number; NaN for anything else. */
const wholeNumber = (text: string): number => (/^\d{1,16}$/.test(text) ? Number(text) : Number.NaN);

/** A whole number between two others, both included; `problem` says so. */
export const numberBetween = (least: number, most: number, problem: string) =>
  z
    .string()
    .transform(wholeNumber)
    .refine((value) => value >= least && value <= most, problem);

const units: { [unit: string]: number } = { s: 1_000, m: 60_000, h: 3_600_000 };

/** `6h`, `30m`, `10s` in milliseconds; NaN where it is none of these. */
export function timeSpan(text: string): number {
  const [, count = '', unit = ''] = /^(\d{1,6})([smh])$/.exec(text) ?? [];
  return Number(count) * (units[unit] ?? Number.NaN);
}

/** A time, in milliseconds, between two others, both included; `problem` says so. */
export const timeBetween = (least: number, most: number, problem: string) =>
  z
    .string()
    .transform(timeSpan)
    .refine((milliseconds) => milliseconds >= least && milliseconds <= most, problem);

/** Of an endpoint of AWS: told to be wrong only where it is used, since other programs share these variables. */
export const endpointUrl = z
  .string()
  .refine(
    (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && !hasMore(new URL(text)),
    'must be a URL of http or https without user, query or fragment, such as http://127.0.0.1:9000',
  );

function hasMore(url: URL): boolean {
  return url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '';
}
