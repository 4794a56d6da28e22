import { join } from 'node:path';
import type { ObjectStore } from '../../object-store/port';
import type { Settings } from '../../settings/settings';
import { createComparisons } from '../../snapshots/compare/comparisons';
import { createDocumentCache } from '../../snapshots/opening/document-cache';
import { createSnapshots } from '../../snapshots/snapshots';
import { createQueries } from '../../snapshots/sql/query';
import { createTableCache } from '../../snapshots/sql/tables/table-cache';

/**
 * Reading, comparing and querying of documents, over one cache in the data folder.
 * @param channelBucket the bucket whose snapshots are listed first, if there is a channel
 */
export async function openSnapshots(
  settings: Pick<Settings, 'dataFolder' | 'maxSnapshotBytes' | 'queryLimits'>,
  store: ObjectStore,
  channelBucket: () => Promise<string | undefined>,
) {
  const cacheFolder = join(settings.dataFolder, 'cache');
  const maxBytes = settings.maxSnapshotBytes;
  const cache = await createDocumentCache({ store, folder: join(cacheFolder, 'documents'), maxBytes });
  const tables = await createTableCache({ store, documents: cache, folder: join(cacheFolder, 'tables') });
  return {
    snapshots: createSnapshots({ store, cache, channelBucket }),
    comparisons: createComparisons({ store, cache, maxBytes }),
    queries: createQueries({ tables, limits: settings.queryLimits }),
  };
}
