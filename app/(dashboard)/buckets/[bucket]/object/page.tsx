import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import { ObjectPage } from '@/components/buckets/object-page';
import { createQueryClient } from '@/components/layout/query/query-client';
import { bucketQueries } from '@/lib/api/queries/buckets';
import { type PageUrlProps, readPageUrl } from '@/lib/api/server/page-url';
import { getServices } from '@/lib/services/lifecycle';

export const dynamic = 'force-dynamic';
type Props = PageUrlProps<{ bucket: string }>;

export default async function ObjectRoute(props: Props) {
  const { path, query } = await readPageUrl(props);
  const object = { bucket: path.bucket, key: query.get('key') ?? '' };
  const client = createQueryClient();
  await client.prefetchQuery({
    ...bucketQueries.object(object),
    queryFn: async () => (await getServices()).buckets.object(object),
  });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <ObjectPage bucket={object.bucket} objectKey={object.key} />
    </HydrationBoundary>
  );
}
