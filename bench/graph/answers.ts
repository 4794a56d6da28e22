// What the map of one snapshot takes in a process that has drawn another one before: answers.js <file.json[.gz]> <folder> <turns> [<later.json[.gz]>]
import { copyFile, link, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { printIdentity } from '../../lib/items/identity';
import { createDirectoryStore } from '../../lib/object-store/directory';
import { createComparisons } from '../../lib/snapshots/compare/comparisons';
import { wholeMap } from '../../lib/snapshots/graph/map/test-map';
import { indexSize } from '../../lib/snapshots/index/index-file';
import { createDocumentCache } from '../../lib/snapshots/opening/document-cache';
import { streamText } from '../../lib/snapshots/reading/item-text';
import { SnapshotReader } from '../../lib/snapshots/reading/snapshot-reader';
import { createSnapshots } from '../../lib/snapshots/snapshots';
import { row } from '../read/report';
import { measureImpact } from './impact';
import { Meter, ms } from './show';

const [file = '', folder = '', turnsText = '100', laterFile] = process.argv.slice(2);
const bucket = 'bench';
const root = join(folder, 'store');
await mkdir(join(root, bucket), { recursive: true });
// The store does not follow symbolic links.
await link(file, join(root, bucket, 'snapshot')).catch(() => copyFile(file, join(root, bucket, 'snapshot')));
await copyFile(join(process.cwd(), 'samples', 'modern-account.json'), join(root, bucket, 'another'));

const store = createDirectoryStore({ root });
const cache = await createDocumentCache({ store, folder: join(folder, 'cache'), maxBytes: 2 ** 36 });
const another = await cache.open({ bucket, key: 'another' });
for (let turn = 0; turn < 100; turn++) await new SnapshotReader(another.document).map.view(wholeMap);
const from = performance.now();
const { document } = await cache.open({ bucket, key: 'snapshot' });
const { itemCount, edgeCount } = document.index;
console.log(`${itemCount} items, ${edgeCount} relationships`);
row('opening, or loading what was kept of it', ms(performance.now() - from));

const mib = (bytes: number) => `${(bytes / 2 ** 20).toFixed(0)} MiB`;
const meter = new Meter(Number(turnsText));
// Nothing of the turns before is known to a reader of its own.
const first = () => new SnapshotReader(document).map.view(wholeMap);
await meter.show('first map, with all counts', first, itemCount > 200_000 ? 200 : 50);

const reader = await cache.open({ bucket, key: 'snapshot' });
const { map } = reader;
const view = await map.view(wholeMap);
const closed = view.boxes.filter(({ open, count }) => !open && count > 0);
const largest = closed.sort((a, b) => b.count - a.count)[0]?.id ?? '';
row('  boxes and cards to be seen', `${view.boxes.length} and ${view.cards.length}`, 'aim 150');

await meter.show('the same map again', () => map.view(wholeMap));
await meter.show('unfolding the largest box', () => map.view({ ...wholeMap, open: [largest] }));
await meter.show('a thousand cards', () => map.view({ ...wholeMap, limit: 1000 }));
await meter.show('grouped by a tag', () => map.view({ ...wholeMap, group: 'tag:Name' }));
await meter.show('filtered by a type', () =>
  map.view({ ...wholeMap, filter: { types: ['AWS::EC2::Volume'], search: '' } }),
);
await meter.show('all relationships, as lines between what is seen', () => map.lines(wholeMap));

const snapshots = createSnapshots({ store, cache, channelBucket: async () => bucket });
const name = { bucket, key: 'snapshot' };
await meter.showOnce('what resources are next to, for the first time', () =>
  snapshots.references({ ...name, limit: 1 }),
);
const { hubs } = await snapshots.references({ ...name, limit: 1 });
const hub = hubs[0];
const focus = hub ? [printIdentity(hub)] : [];
const graph = { ...name, types: [], focus, hops: 2, limit: 300 };
await meter.show(`neighborhood of the greatest hub (${hub?.neighbours} neighbours), 300 of it`, () =>
  snapshots.graph(graph),
);
const edges = { ...name, ...wholeMap, ...wholeMap.filter, of: focus, all: false, derived: 'none' as const };
await meter.show('relationships of the greatest hub, 1,000 of them', () => snapshots.mapEdges(edges));

const find = (text: string) => snapshots.findOnMap({ ...name, group: 'network', text, limit: 20 });
await meter.showOnce('find: strings folded for the first time', () => find('nowhere'));
await meter.show('find: a text without a match', (turn) => find(`nowhere ${turn}`));
await meter.show('find: a text that many bear', () => find('prod'));
await meter.showOnce('find: addresses read for the first time', async () => {
  while ((await find('10.0.')).addressesRead !== undefined) await setTimeout(100);
});
await meter.show('find: addresses that begin with 10.0.', () => find('10.0.'));
await measureImpact(reader, meter, () => streamText(store, document));
row(
  'memory of the document, with all that was asked for',
  mib(reader.bytes),
  `its index ${mib(indexSize(document.index))}`,
);

if (laterFile) {
  await link(laterFile, join(root, bucket, 'later')).catch(() => copyFile(laterFile, join(root, bucket, 'later')));
  const comparisons = createComparisons({ store, cache, maxBytes: 2 ** 36 });
  const difference = { ...wholeMap, ...wholeMap.filter, bucket, key: 'later', against: 'snapshot' };
  const { changes } = await comparisons.map(difference);
  const { added, removed, changed } = changes;
  row('difference from a later snapshot', `${added} added, ${removed} removed, ${changed} changed`);
  await meter.show('the map of the difference', () => comparisons.map(difference));
}
