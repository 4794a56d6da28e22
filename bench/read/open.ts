// Opens a snapshot as the server does, in a process of its own, and tells what that took: open.js <store root> <key> <cache folder> <ours>
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createDirectoryStore } from '../../lib/object-store/directory';
import { createDocumentCache } from '../../lib/snapshots/opening/document-cache';
import { createSnapshots } from '../../lib/snapshots/snapshots';
import { timed } from './report';

const [root = '', key = '', folder = '', part = 'open'] = process.argv.slice(2);
const store = createDirectoryStore({ root });
const bucket = 'bench';
const cache = await createDocumentCache({ store, folder, maxBytes: 2 ** 36 });
const snapshots = createSnapshots({ store, cache, channelBucket: async () => bucket });
const name = { bucket, key };

const idle = process.memoryUsage().rss;
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
const started = performance.now();
const { document } = await cache.open(name);
const opened = performance.now() - started;
delay.disable();

function greatestHub(): number {
  const { inStart, itemCount } = document.index;
  let hub = 0;
  const size = (item: number) => (inStart[item + 1] ?? 0) - (inStart[item] ?? 0);
  for (let item = 1; item < itemCount; item++) if (size(item) > size(hub)) hub = item;
  return hub;
}

async function answers() {
  const items = document.index.itemCount;
  const page = { types: [], search: '', order: 'asc' as const, page: 1, pageSize: 50 };
  const hub = await snapshots.items({ ...name, ...page, page: greatestHub() + 1, pageSize: 1 });
  const { resourceType = '', resourceId = '' } = hub.items[0] ?? {};
  const focus = [`${resourceType.toLowerCase()}/${resourceId}`];
  const graph = () => snapshots.graph({ ...name, types: [], focus, hops: 1, limit: 200 });
  const counts = (turn: number) =>
    snapshots.counts({ ...name, types: [], search: '', by: turn % 2 ? 'awsRegion' : 'resourceType' });
  const first = performance.now();
  await graph();
  const firstGraph = performance.now() - first;
  await snapshots.items({ ...name, ...page, search: 'makes the folded heap' });
  // Waits for the inflated copy, where the file needs one.
  await snapshots.item({ ...name, index: items - 1 });
  await counts(0);
  return {
    firstGraph,
    'first page': await timed(() => snapshots.items({ ...name, ...page })),
    counts: await timed(counts),
    'one item': await timed((turn) => snapshots.item({ ...name, index: (turn * 7919) % items })),
    'neighbours of the greatest hub, 200 of them': await timed(graph),
    'text search without a hit': await timed((turn) =>
      snapshots.items({ ...name, ...page, search: `nowhere ${turn}` }),
    ),
  };
}

console.log(
  JSON.stringify({
    opened,
    items: document.index.itemCount,
    jsonSize: document.metadata.jsonSize,
    longestHold: delay.max / 1e6,
    idle: idle / 2 ** 20,
    peak: process.resourceUsage().maxRSS / 2 ** 10,
    ...(part === 'answers' && { answers: await answers() }),
  }),
);
// The inflated copy of a large file comes after its opening.
process.exit(0);
