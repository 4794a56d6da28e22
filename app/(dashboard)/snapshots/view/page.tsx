import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { objectName } from '@/components/buckets/folder-trail';
import { createQueryClient } from '@/components/layout/query/query-client';
import { SnapshotPage } from '@/components/snapshots/page/snapshot-page';
import { readViewState } from '@/components/snapshots/page/view-state';
import { bucketQueries } from '@/lib/api/queries/buckets';
import { type PageUrlProps, readPageUrl } from '@/lib/api/server/page-url';
import { getServices } from '@/lib/services/lifecycle';

export const dynamic = 'force-dynamic';

export async function generateMetadata(props: PageUrlProps): Promise<Metadata> {
  const { query } = await readPageUrl(props);
  return { title: objectName(query.get('key') ?? '') };
}

export default async function SnapshotRoute(props: PageUrlProps) {
  const { bucket, key } = readViewState((await readPageUrl(props)).query);
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
