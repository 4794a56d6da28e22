import { Readable } from 'node:stream';
import type { Json, QueryAnswer } from './query-process';

/** A file for each format in which an answer can be saved. */
export function exported(answer: QueryAnswer, format: 'csv' | 'json') {
  const lines = format === 'csv' ? csvLines(answer) : jsonLines(answer);
  const contentType = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8';
  return { body: Readable.from(batched(lines), { objectMode: false }), fileName: `query.${format}`, contentType };
}

/** RFC 4180, with a header line. Parts of items stand as JSON. */
function* csvLines({ columns, rows }: QueryAnswer): Generator<string> {
  yield `${columns.map(({ name }) => csvCell(name)).join(',')}\r\n`;
  for (const row of rows) yield `${row.map(csvCell).join(',')}\r\n`;
}

/** What a spreadsheet would take for a formula is led by an apostrophe: names and tags are anybody's to write (OWASP, "CSV Injection"). */
function csvCell(value: Json): string {
  if (value === null) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value.replace(/^[=+\-@\t\r]/, "'$&") : JSON.stringify(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A list of objects with the columns as members. */
function* jsonLines({ columns, rows }: QueryAnswer): Generator<string> {
  yield '[';
  for (const [index, row] of rows.entries()) {
    const members = columns.map(({ name }, at) => `${JSON.stringify(name)}:${JSON.stringify(row[at] ?? null)}`);
    yield `${index === 0 ? '' : ','}\n{${members.join(',')}}`;
  }
  yield '\n]\n';
}

function* batched(lines: Iterable<string>): Generator<string> {
  let batch = '';
  for (const line of lines) {
    batch += line;
    if (batch.length < 1 << 16) continue;
    yield batch;
    batch = '';
  }
  yield batch;
}
