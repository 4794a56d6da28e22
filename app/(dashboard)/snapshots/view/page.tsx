import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import { redirect } from 'next/navigation';
import { graphHref, readOldGraphUrl } from '@/components/graph/page/graph-url';
import { createQueryClient } from '@/components/layout/query/query-client';
import { SnapshotPage } from '@/components/snapshots/page/snapshot-page';
import { readViewState } from '@/components/snapshots/page/view-state';
import { bucketQueries } from '@/lib/api/queries/buckets';
import { type PageUrlProps, readPageUrl } from '@/lib/api/server/page-url';
import { getServices } from '@/lib/services/lifecycle';

export const dynamic = 'force-dynamic';

export default async function SnapshotRoute(props: PageUrlProps) {
  const { query } = await readPageUrl(props);
  // Links of earlier versions lead to a tab of this page, where the graph was.
  if (query.get('tab') === 'graph') redirect(graphHref(readOldGraphUrl(query)));
  const { bucket, key } = readViewState(query);
  const client = createQueryClient();
  // Only the object's head: reading a large document takes a while, and the page shows that it is being read.
  await client.prefetchQuery({
    ...bucketQueries.object({ bucket, key }),
    queryFn: async () => (await getServices()).buckets.object({ bucket, key }),
  });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <SnapshotPage />
    </HydrationBoundary>
  );
}
