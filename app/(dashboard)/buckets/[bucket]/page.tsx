import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import { FolderPage } from '@/components/buckets/folder-page';
import { readFolderUrl } from '@/components/buckets/folder-url';
import { createQueryClient } from '@/components/layout/query/query-client';
import { bucketQueries } from '@/lib/api/queries/buckets';
import { type PageUrlProps, readPageUrl } from '@/lib/api/server/page-url';
import { getServices } from '@/lib/services/lifecycle';

export const dynamic = 'force-dynamic';
type Props = PageUrlProps<{ bucket: string }>;

export default async function FolderRoute(props: Props) {
  const { path, query } = await readPageUrl(props);
  const place = readFolderUrl(path.bucket, query);
  const client = createQueryClient();
  await client.prefetchQuery({
    ...bucketQueries.folder(place),
    queryFn: async () => (await getServices()).buckets.folder(place),
  });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <FolderPage bucket={path.bucket} />
    </HydrationBoundary>
  );
}
