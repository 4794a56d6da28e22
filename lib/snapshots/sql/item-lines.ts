import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { openJsonBytes } from '../../documents/gzip-json';
import { parseObjectKey } from '../../documents/object-key';
import { parseItem, splitItems } from '../../documents/split-items';
import type { ConfigurationItem } from '../../items/configuration-item';
import { readConfigurationItem } from '../../items/read-item';
import type { ObjectStore } from '../../object-store/port';
import { jsonColumns, placeColumn, scalarColumns } from './columns';

const batchLength = 1 << 18;

/** What was written: how many items, and the bytes of the longest line, which DuckDB must be told. */
export interface WrittenLines {
  items: number;
  longestLine: number;
}

/**
 * Writes the items of an object as lines of JSON, one object with the columns of a table each, in one streaming pass. A file and not a
 * pipe, since DuckDB runs out of memory on pipes.
 *
 * Rejects with the store's error, `PreconditionFailed` where the object was replaced meanwhile, `unreadable`, or the disk's.
 */
export async function writeItemLines(request: {
  store: ObjectStore;
  bucket: string;
  key: string;
  etag: string;
  maxBytes: number;
  path: string;
}): Promise<WrittenLines> {
  const { store, bucket, key, etag, maxBytes, path } = request;
  const { head, body } = await store.get(bucket, key, { ifMatch: etag });
  const parsed = parseObjectKey(key);
  const defaults = {
    configurationItemCaptureTime: head.lastModified.toISOString(),
    ...('accountId' in parsed && { awsAccountId: parsed.accountId }),
    ...('region' in parsed && { awsRegion: parsed.region }),
  };
  const written: WrittenLines = { items: 0, longestLine: 0 };
  const file = createWriteStream(path);
  const done = finished(file);
  // Heard of below, where it is awaited.
  done.catch(() => undefined);
  try {
    let batch = '';
    for await (const span of splitItems(openJsonBytes(body, { maxBytes }), { name: key })) {
      const line = lineOf(readConfigurationItem(parseItem(span, key), defaults), written.items);
      written.items += 1;
      written.longestLine = Math.max(written.longestLine, Buffer.byteLength(line));
      batch += line;
      if (batch.length < batchLength) continue;
      if (!file.write(batch)) await Promise.race([once(file, 'drain'), done]);
      batch = '';
    }
    file.end(batch);
    await done;
    return written;
  } finally {
    body.destroy();
    file.destroy();
  }
}

function lineOf(item: ConfigurationItem, index: number): string {
  const row: { [column: string]: unknown } = { [placeColumn]: index };
  for (const column of scalarColumns) if (item[column] !== undefined) row[column] = String(item[column]);
  for (const column of jsonColumns) row[column] = item[column];
  return `${wellFormed(JSON.stringify(row))}\n`;
}

/** Halves of surrogate pairs, which `JSON.stringify` writes as escapes, and no reader of JSON but JavaScript's takes. */
const loneSurrogate = /(?<!\\)((?:\\\\)*)\\ud[89a-f][0-9a-f]{2}/g;

function wellFormed(json: string): string {
  return json.includes('\\ud') ? json.replaceAll(loneSurrogate, '$1\\ufffd') : json;
}
