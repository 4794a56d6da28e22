import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import { createQueryClient } from '@/components/layout/query/query-client';
import { readListUrl } from '@/components/snapshots/list/list-url';
import { SnapshotList } from '@/components/snapshots/list/snapshot-list';
import { snapshotQueries } from '@/lib/api/queries/snapshots';
import { type PageUrlProps, readPageUrl } from '@/lib/api/server/page-url';
import { getServices } from '@/lib/services/lifecycle';

export const dynamic = 'force-dynamic';

export default async function SnapshotsPage(props: PageUrlProps) {
  const place = readListUrl((await readPageUrl(props)).query);
  const client = createQueryClient();
  await client.prefetchQuery({
    ...snapshotQueries.snapshots(place),
    queryFn: async () => (await getServices()).snapshots.list(place),
  });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <SnapshotList />
    </HydrationBoundary>
  );
}
