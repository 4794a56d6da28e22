// Writes a snapshot of made-up items, or lines of them: node bench/write-snapshot.mjs <count> <file.json[.gz]|file.ndjson[.gz]> [seed] [later]
// With `later` as if some time had passed: of each 1,000 resources 50 are changed and one is another.
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { generateItems } from './generate.mjs';
import { Cell } from './shapes/cell.mjs';

const chunkLength = 2 ** 18;

/** @param {number} seed @param {number} count @param {boolean} later */
function* itemsOf(seed, count, later) {
  let number = 0;
  for (const item of generateItems({ seed, count })) {
    number += 1;
    if (!later) yield item;
    else if (number % 1_000 === 1) yield { ...item, resourceId: `${item.resourceId}-new` };
    else if (number % 20 === 3)
      yield { ...item, configuration: Object.assign({}, item.configuration, { changed: number }) };
    else yield item;
  }
}

/** @param {number} seed @param {number} count @param {boolean} later @param {boolean} lines */
function* textOf(seed, count, later, lines) {
  const id = new Cell(seed, count, 0).uuid('snapshot', 0);
  let text = lines ? '' : `{"fileVersion":"1.0","configSnapshotId":"${id}","configurationItems":[`;
  let separator = '';
  for (const item of itemsOf(seed, count, later)) {
    text += separator + JSON.stringify(item);
    separator = lines ? '\n' : ',';
    if (text.length < chunkLength) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(lines ? `${text}\n` : `${text}]}`);
}

const [count, seed] = [Number(process.argv[2]), Number(process.argv[4] ?? 1)];
const file = process.argv[3];
if (!file || !Number.isSafeInteger(count) || count < 0 || !Number.isSafeInteger(seed)) {
  console.error('Usage: node bench/write-snapshot.mjs <count> <file.json[.gz]|file.ndjson[.gz]> [seed] [later]');
  process.exit(2);
}
const lines = /\.ndjson(\.gz)?$/.test(file);
const source = Readable.from(textOf(seed, count, process.argv[5] === 'later', lines));
const steps = file.endsWith('.gz')
  ? [source, createGzip(), createWriteStream(file)]
  : [source, createWriteStream(file)];
await pipeline(steps);
