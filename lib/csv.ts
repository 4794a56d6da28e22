import { stringifyJson } from './json';

/**
 * A line of CSV (RFC 4180). Numbers and booleans stand as they are, null as nothing, other values as JSON. A string that a spreadsheet
 * would take for a formula is led by an apostrophe: names and tags are anybody's to write (OWASP, "CSV Injection").
 */
export function csvLine(values: readonly unknown[]): string {
  return `${values.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value.replace(/^[=+\-@\t\r]/, "'$&") : stringifyJson(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
