import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { createQueryClient } from '@/components/layout/query-client';
import { type SearchParameters, searchParameters } from '@/components/layout/search-parameters';
import { readResourcesAddress } from '@/components/resources/resources-address';
import { ResourcesScreen } from '@/components/resources/resources-screen';
import { queries } from '@/lib/api/queries';
import { getServices } from '@/lib/services';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Resources' };

export default async function ResourcesPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const client = createQueryClient();
  const request = readResourcesAddress(searchParameters(await searchParams));
  await client.prefetchQuery({
    ...queries.resources(request),
    queryFn: async () => (await getServices()).recorder.resources(request),
  });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <ResourcesScreen />
    </HydrationBoundary>
  );
}
