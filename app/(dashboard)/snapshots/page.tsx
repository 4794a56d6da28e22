import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { createQueryClient } from '@/components/layout/query-client';
import { readListPlace } from '@/components/snapshots/list-place';
import { SnapshotList } from '@/components/snapshots/snapshot-list';
import { type AddressProps, addressOf } from '@/lib/api/address';
import { queries } from '@/lib/api/queries';
import { getServices } from '@/lib/services';

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
