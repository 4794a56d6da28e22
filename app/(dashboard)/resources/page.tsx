import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { createQueryClient } from '@/components/layout/query/query-client';
import { ResourcesScreen } from '@/components/resources/list/resources-screen';
import { readResourcesAddress } from '@/components/resources/resources-url';
import { resourcesRequest } from '@/lib/api/contract/resources';
import { queries } from '@/lib/api/queries';
import { type AddressProps, addressOf } from '@/lib/api/server/page-url';
import { getServices } from '@/lib/services/lifecycle';

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
