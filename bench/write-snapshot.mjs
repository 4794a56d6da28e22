// Writes a snapshot of made-up items: node bench/write-snapshot.mjs <count> <file.json[.gz]> [seed]
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { generateItems } from './generate.mjs';
import { Cell } from './shapes/cell.mjs';

const chunkLength = 2 ** 18;

function* snapshotText(seed, count) {
  const id = new Cell(seed, count, 0).uuid('snapshot', 0);
  let text = `{"fileVersion":"1.0","configSnapshotId":"${id}","configurationItems":[`;
  let separator = '';
  for (const item of generateItems({ seed, count })) {
    text += separator + JSON.stringify(item);
    separator = ',';
    if (text.length < chunkLength) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(`${text}]}`);
}

const [count, seed] = [Number(process.argv[2]), Number(process.argv[4] ?? 1)];
const file = process.argv[3];
if (!file || !Number.isSafeInteger(count) || count < 0 || !Number.isSafeInteger(seed)) {
  console.error('Usage: node bench/write-snapshot.mjs <count> <file.json[.gz]> [seed]');
  process.exit(2);
}
const source = Readable.from(snapshotText(seed, count));
const steps = file.endsWith('.gz')
  ? [source, createGzip(), createWriteStream(file)]
  : [source, createWriteStream(file)];
await pipeline(steps);
