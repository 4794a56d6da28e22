import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { createQueryClient } from '@/components/layout/query/query-client';
import { readListPlace } from '@/components/snapshots/list/list-url';
import { SnapshotList } from '@/components/snapshots/list/snapshot-list';
import { queries } from '@/lib/api/queries';
import { type AddressProps, addressOf } from '@/lib/api/server/page-url';
import { getServices } from '@/lib/services/lifecycle';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Snapshots' };

export default async function SnapshotsPage(props: AddressProps) {
  const place = readListPlace((await addressOf(props)).query);
  const client = createQueryClient();
  await client.prefetchQuery({
    ...queries.snapshots(place),
    queryFn: async () => (await getServices()).snapshots.list(place),
  });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <SnapshotList />
    </HydrationBoundary>
  );
}
