// What the API of the production server takes to answer about an open snapshot: answers.mjs <file.json.gz>
import { copyFile, link, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from '../../server/prepare.mjs';
import { startSnapscope } from '../wire/servers.mjs';

const [file = ''] = process.argv.slice(2);
await build(() => {});
const server = await startSnapscope(1, async (data) => {
  const place = join(data, 'objects', 'bench', 'snapshot.json.gz');
  await mkdir(join(data, 'objects', 'bench'), { recursive: true });
  await link(file, place).catch(() => copyFile(file, place));
});
const name = 'bucket=bench&key=snapshot.json.gz';

/** @param {string} path */
async function ask(path) {
  const answer = await fetch(`http://127.0.0.1:${server.port}/api/snapshots/${path}`);
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** @param {string} what @param {(turn: number) => string} path */
async function show(what, path, times = 50) {
  /** @type {number[]} */
  const taken = [];
  for (let turn = 0; turn < times; turn++) {
    const from = performance.now();
    await ask(path(turn));
    taken.push(performance.now() - from);
  }
  taken.sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => (taken[Math.floor(times * share)] ?? 0).toFixed(1);
  console.log(`${`API: ${what}`.padEnd(60)} ${`${at(0.5)} ms, p95 ${at(0.95)} ms`.padStart(34)}  aim p95 50`);
}

try {
  const { itemCount } = await ask(`document?${name}`);
  const { hubs } = await ask(`references?${name}&limit=1`);
  const hub = encodeURIComponent(`${hubs[0].resourceType.toLowerCase()}/${hubs[0].resourceId}`);
  const graph = `graph?${name}&focus=${hub}&hops=1&limit=200`;
  // The first search makes the text in small letters, and the inflated copy of the file comes after its opening.
  await ask(`items?${name}&search=nothing`);
  await ask(`item?${name}&index=${itemCount - 1}`);
  await ask(graph);
  await show('first page', () => `items?${name}`);
  await show('counts', (turn) => `counts?${name}&by=${turn % 2 ? 'awsRegion' : 'resourceType'}`);
  await show('one item', (turn) => `item?${name}&index=${(turn * 7919) % itemCount}`);
  await show('neighbours of the greatest hub, 200 of them', () => graph);
  await show('text search without a hit', (turn) => `items?${name}&search=nowhere${turn}`, 20);
} finally {
  await server.stop();
}
