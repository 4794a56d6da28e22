import { Readable } from 'node:stream';
import { csvLine } from '../../csv';
import { stringifyJson } from '../../json';
import type { QueryAnswer } from './query-process';

/** A file for each format in which an answer can be saved. */
export function exported(answer: QueryAnswer, format: 'csv' | 'json') {
  const lines = format === 'csv' ? csvLines(answer) : jsonLines(answer);
  const contentType = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8';
  return { body: Readable.from(batched(lines), { objectMode: false }), fileName: `query.${format}`, contentType };
}

/** With a header line. Parts of items stand as JSON. */
function* csvLines({ columns, rows }: QueryAnswer): Generator<string> {
  yield csvLine(columns.map(({ name }) => name));
  for (const row of rows) yield csvLine(row);
}

/** A list of objects with the columns as fields. */
function* jsonLines({ columns, rows }: QueryAnswer): Generator<string> {
  yield '[';
  for (const [index, row] of rows.entries()) {
    const fields = columns.map(({ name }, at) => `${JSON.stringify(name)}:${stringifyJson(row[at] ?? null)}`);
    yield `${index === 0 ? '' : ','}\n{${fields.join(',')}}`;
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
