import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { FolderPage } from '@/components/buckets/folder-page';
import { readFolderPlace } from '@/components/buckets/folder-url';
import { createQueryClient } from '@/components/layout/query/query-client';
import { queries } from '@/lib/api/queries';
import { type AddressProps, addressOf } from '@/lib/api/server/page-url';
import { getServices } from '@/lib/services/lifecycle';

export const dynamic = 'force-dynamic';
type Props = AddressProps<{ bucket: string }>;

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { path, query } = await addressOf(props);
  return { title: query.get('prefix') || path.bucket };
}

export default async function FolderRoute(props: Props) {
  const { path, query } = await addressOf(props);
  const place = readFolderPlace(path.bucket, query);
  const client = createQueryClient();
  await client.prefetchQuery({
    ...queries.folder(place),
    queryFn: async () => (await getServices()).buckets.folder(place),
  });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <FolderPage bucket={path.bucket} />
    </HydrationBoundary>
  );
}
