import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { objectName } from '@/components/buckets/folder-trail';
import { createQueryClient } from '@/components/layout/query/query-client';
import { SnapshotPage } from '@/components/snapshots/page/snapshot-page';
import { readViewState } from '@/components/snapshots/page/view-state';
import { queries } from '@/lib/api/queries';
import { type AddressProps, addressOf } from '@/lib/api/server/page-url';
import { getServices } from '@/lib/services/lifecycle';

export const dynamic = 'force-dynamic';

export async function generateMetadata(props: AddressProps): Promise<Metadata> {
  const { query } = await addressOf(props);
  return { title: objectName(query.get('key') ?? '') };
}

export default async function SnapshotRoute(props: AddressProps) {
  const { bucket, key } = readViewState((await addressOf(props)).query);
  const client = createQueryClient();
  // Only the object's head: reading a large document takes a while, and the page shows that it is being read.
  await client.prefetchQuery({
    ...queries.object({ bucket, key }),
    queryFn: async () => (await getServices()).buckets.object({ bucket, key }),
  });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <SnapshotPage />
    </HydrationBoundary>
  );
}
