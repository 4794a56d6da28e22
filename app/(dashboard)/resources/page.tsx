import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { createQueryClient } from '@/components/layout/query-client';
import { readResourcesAddress } from '@/components/resources/resources-address';
import { ResourcesScreen } from '@/components/resources/resources-screen';
import { type AddressProps, addressOf } from '@/lib/api/address';
import { resourcesRequest } from '@/lib/api/contract/resources';
import { queries } from '@/lib/api/queries';
import { getServices } from '@/lib/services';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Resources' };

export default async function ResourcesPage(props: AddressProps) {
  const client = createQueryClient();
  const request = readResourcesAddress((await addressOf(props)).query);
  await client.prefetchQuery({
    ...queries.resources(request),
    queryFn: async () => (await getServices()).recorder.resources(resourcesRequest.parse(request)),
  });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <ResourcesScreen />
    </HydrationBoundary>
  );
}
