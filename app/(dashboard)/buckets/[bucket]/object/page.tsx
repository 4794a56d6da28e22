import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { createQueryClient } from '@/components/layout/query-client';
import { objectName } from '@/components/objects/folder-trail';
import { ObjectPage } from '@/components/objects/object-page';
import { type AddressProps, addressOf } from '@/lib/api/address';
import { queries } from '@/lib/api/queries';
import { getServices } from '@/lib/services';

export const dynamic = 'force-dynamic';
type Props = AddressProps<{ bucket: string }>;

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { query } = await addressOf(props);
  return { title: objectName(query.get('key') ?? '') };
}

export default async function ObjectRoute(props: Props) {
  const { path, query } = await addressOf(props);
  const object = { bucket: path.bucket, key: query.get('key') ?? '' };
  const client = createQueryClient();
  await client.prefetchQuery({
    ...queries.object(object),
    queryFn: async () => (await getServices()).buckets.object(object),
  });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <ObjectPage bucket={object.bucket} objectKey={object.key} />
    </HydrationBoundary>
  );
}
