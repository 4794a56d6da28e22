import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { DocumentItem } from '../../../items/form/read-item';
import { stringifyJson } from '../../../json';
import type { ObjectStore } from '../../../object-store/port';
import { defaultsOf } from '../../opening/item-defaults';
import type { IndexedSnapshot } from '../../reading/indexed-snapshot';
import { streamText } from '../../reading/item-text';
import { itemTexts } from '../../reading/item-texts';
import { parseItem } from '../../reading/parse-item';
import { jsonColumns, placeColumn, scalarColumns } from '../columns';

const batchLength = 1 << 18;
const emptyWhereUntold: ReadonlySet<string> = new Set(['awsAccountId', 'awsRegion']);

/**
 * Writes the items of an opened document as lines of JSON, one object with the columns of a table each, in one streaming pass. A file
 * and not a pipe, since DuckDB runs out of memory on pipes. `onItem` hears how many there are after each. Gives the bytes of the
 * longest line, which DuckDB must be told.
 *
 * @throws the store's error, `PreconditionFailed` where the object was replaced meanwhile, `unreadable`, the disk's, or the signal's
 *   reason.
 */
export async function writeItemLines(request: {
  store: ObjectStore;
  document: IndexedSnapshot;
  path: string;
  signal: AbortSignal;
  onItem: (items: number) => void;
}): Promise<number> {
  const { store, document, path, signal, onItem } = request;
  const { key } = document.metadata;
  const defaults = defaultsOf(key);
  const body = await streamText(store, document);
  const file = createWriteStream(path);
  const done = finished(file);
  // Heard of below, where it is awaited.
  done.catch(() => undefined);
  let [items, longestLine] = [0, 0];
  try {
    let batch = '';
    for await (const found of itemTexts(body, document.index, key)) {
      signal.throwIfAborted();
      const line = lineOf(parseItem(found, key, defaults), items);
      items += 1;
      longestLine = Math.max(longestLine, Buffer.byteLength(line));
      onItem(items);
      batch += line;
      if (batch.length < batchLength) continue;
      if (!file.write(batch)) await Promise.race([once(file, 'drain', { signal }), done]);
      batch = '';
    }
    file.end(batch);
    await done;
    return longestLine;
  } finally {
    body.destroy();
    file.destroy();
  }
}

function lineOf(item: DocumentItem, index: number): string {
  const row: { [column: string]: unknown } = { [placeColumn]: index };
  for (const column of scalarColumns) {
    const isUntold = item[column] === undefined || (item[column] === '' && emptyWhereUntold.has(column));
    if (!isUntold) row[column] = String(item[column]);
  }
  for (const column of jsonColumns) row[column] = item[column];
  return `${wellFormed(stringifyJson(row))}\n`;
}

/** Halves of surrogate pairs, which `JSON.stringify` writes as escapes, and no reader of JSON but JavaScript's takes. */
const loneSurrogate = /(?<!\\)((?:\\\\)*)\\ud[89a-f][0-9a-f]{2}/g;

function wellFormed(json: string): string {
  return json.includes('\\ud') ? json.replaceAll(loneSurrogate, '$1\\ufffd') : json;
}
