// What the map of one snapshot takes in a process that has drawn another one before: answers.js <file.json[.gz]> <folder> <rounds> [<later.json[.gz]>]
import { copyFile, link, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { printIdentity } from '../../lib/items/identity';
import { createDirectoryStore } from '../../lib/object-store/directory';
import { createComparisons } from '../../lib/snapshots/compare/comparisons';
import { wholeMap } from '../../lib/snapshots/graph/map/test-map';
import { createDocumentCache } from '../../lib/snapshots/opening/document-cache';
import { streamText } from '../../lib/snapshots/reading/item-text';
import { SnapshotReader } from '../../lib/snapshots/reading/snapshot-reader';
import { createSnapshots } from '../../lib/snapshots/snapshots';
import { median, row, timed } from '../read/report';
import { measureImpact } from './impact';

const [file = '', folder = '', roundsText = '5', laterFile] = process.argv.slice(2);
const bucket = 'bench';
const root = join(folder, 'store');
await mkdir(join(root, bucket), { recursive: true });
// The store does not follow symbolic links.
await link(file, join(root, bucket, 'snapshot')).catch(() => copyFile(file, join(root, bucket, 'snapshot')));
await copyFile(join(process.cwd(), 'samples', 'modern-account.json'), join(root, bucket, 'another'));

const store = createDirectoryStore({ root });
const cache = await createDocumentCache({ store, folder: join(folder, 'cache'), maxBytes: 2 ** 36 });
const another = await cache.open({ bucket, key: 'another' });
await timed(() => new SnapshotReader(another.document).map.view(wholeMap));
const { document } = await cache.open({ bucket, key: 'snapshot' });
const { itemCount, edgeCount } = document.index;
console.log(`${itemCount} items, ${edgeCount} relationships`);

const delay = monitorEventLoopDelay({ resolution: 1 });
const first: number[] = [];
const holds: number[] = [];
for (let round = 0; round < Number(roundsText); round++) {
  // Nothing of the rounds before is known to this one.
  const reader = new SnapshotReader(document);
  delay.reset();
  delay.enable();
  const from = performance.now();
  await reader.map.view(wholeMap);
  first.push(performance.now() - from);
  delay.disable();
  holds.push(delay.max / 1e6);
}
const aimOfFirst = itemCount > 200_000 ? 200 : 50;
const ms = (value: number) => `${value.toFixed(1)} ms`;
const ratio = (value: number, aim: number) => `${ms(value)} = ${(value / aim).toFixed(2)} x aim`;
row('first map, with all counts', ratio(median(first), aimOfFirst), `aim ${aimOfFirst} ms`);
row('  the slowest of them', ratio(Math.max(...first), aimOfFirst));
row('  longest hold of the event loop', ms(Math.max(...holds)), 'aim 50 ms');

const reader = new SnapshotReader(document);
const { map } = reader;
const view = await map.view(wholeMap);
const closed = view.boxes.filter(({ open, count }) => !open && count > 0);
const largest = closed.sort((a, b) => b.count - a.count)[0]?.id ?? '';
row('  boxes and cards to be seen', `${view.boxes.length} and ${view.cards.length}`, 'aim 150');

async function show(what: string, task: (turn: number) => Promise<unknown>) {
  await task(0);
  const taken = await timed(task);
  row(what, `${ratio(taken.median, 100)}, p95 ${ms(taken.p95)}`, 'aim 100 ms');
}
await show('the same map again', () => map.view(wholeMap));
await show('unfolding the largest box', () => map.view({ ...wholeMap, open: [largest] }));
await show('a thousand cards', () => map.view({ ...wholeMap, limit: 1000 }));
await show('grouped by a tag', () => map.view({ ...wholeMap, group: 'tag:Name' }));
await show('filtered by a type', () => map.view({ ...wholeMap, filter: { types: ['AWS::EC2::Volume'], search: '' } }));
await show('all relationships, as lines between what is seen', () => map.lines(wholeMap));

const snapshots = createSnapshots({ store, cache, channelBucket: async () => bucket });
const name = { bucket, key: 'snapshot' };
const { hubs } = await snapshots.references({ ...name, limit: 1 });
const hub = hubs[0];
const focus = hub ? [printIdentity(hub)] : [];
const graph = { ...name, types: [], focus, hops: 2, limit: 300 };
await show(`neighborhood of the greatest hub (${hub?.neighbours} neighbours), 300 of it`, () => snapshots.graph(graph));
const edges = { ...name, ...wholeMap, ...wholeMap.filter, of: focus, all: false, derived: 'none' as const };
await show('relationships of the greatest hub, 1,000 of them', () => snapshots.mapEdges(edges));

const find = (text: string) => snapshots.findOnMap({ ...name, group: 'network', text, limit: 20 });
await show('find: a text without a match', (turn) => find(`nowhere ${turn}`));
await show('find: a text that many bear', () => find('prod'));
const from = performance.now();
while ((await find('10.0.')).addressesRead !== undefined) await setTimeout(100);
row('find: addresses read for the first time', ms(performance.now() - from));
await show('find: addresses that begin with 10.0.', () => find('10.0.'));
await measureImpact(reader, () => streamText(store, document));

if (laterFile) {
  await link(laterFile, join(root, bucket, 'later')).catch(() => copyFile(laterFile, join(root, bucket, 'later')));
  const comparisons = createComparisons({ store, cache, maxBytes: 2 ** 36 });
  const difference = { ...wholeMap, ...wholeMap.filter, bucket, key: 'later', against: 'snapshot' };
  const { changes } = await comparisons.map(difference);
  const { added, removed, changed } = changes;
  row('difference from a later snapshot', `${added} added, ${removed} removed, ${changed} changed`);
  await show('the map of the difference', () => comparisons.map(difference));
}
