// Compares two snapshots as the server does, in a process of its own, and tells what that took: two.js <store root> <key> <key> <cache folder> [warm]
import { createDirectoryStore } from '../../lib/object-store/directory';
import { createComparisons } from '../../lib/snapshots/compare/comparisons';
import { createDocumentCache } from '../../lib/snapshots/opening/document-cache';
import { createSnapshots } from '../../lib/snapshots/snapshots';

const [root = '', key = '', otherKey = '', folder = '', state] = process.argv.slice(2);
const store = createDirectoryStore({ root });
const bucket = 'bench';
const maxBytes = 2 ** 36;
const cache = await createDocumentCache({ store, folder, maxBytes });
const comparisons = createComparisons({ store, cache, maxBytes });

if (state === 'warm') {
  await Promise.all([cache.open({ bucket, key }), cache.open({ bucket, key: otherKey })]);
  // Their inflated copies, where they need some, are made behind the opening: a last item is there when that is done.
  const snapshots = createSnapshots({ store, cache, channelBucket: async () => bucket });
  for (const one of [key, otherKey]) {
    const { document } = await cache.open({ bucket, key: one });
    await snapshots.item({ bucket, key: one, index: document.index.itemCount - 1 });
  }
}
const started = performance.now();
const { counts } = await comparisons.page({
  bucket,
  key,
  otherKey,
  kinds: [],
  types: [],
  search: '',
  page: 1,
  pageSize: 50,
});
console.log(JSON.stringify({ compared: performance.now() - started, counts }));
// The inflated copies of large files come after their opening.
process.exit(0);
