import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import { BucketList } from '@/components/buckets/bucket-list';
import { createQueryClient } from '@/components/layout/query/query-client';
import { bucketQueries } from '@/lib/api/queries/buckets';
import { getServices } from '@/lib/services/lifecycle';

export const dynamic = 'force-dynamic';

export default async function BucketsPage() {
  const client = createQueryClient();
  await client.prefetchQuery({ ...bucketQueries.buckets(), queryFn: async () => (await getServices()).buckets.list() });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <BucketList />
    </HydrationBoundary>
  );
}
