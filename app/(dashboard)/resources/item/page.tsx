import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { createQueryClient } from '@/components/layout/query-client';
import { type SearchParameters, searchParameters } from '@/components/layout/search-parameters';
import { ResourceScreen } from '@/components/resources/resource-screen';
import { queries } from '@/lib/api/queries';
import { getServices } from '@/lib/services';

export const dynamic = 'force-dynamic';

interface PageProps {
  searchParams: Promise<SearchParameters>;
}

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  return { title: searchParameters(await searchParams).get('id') ?? 'Resource' };
}

export default async function ResourcePage({ searchParams }: PageProps) {
  const client = createQueryClient();
  const parameters = searchParameters(await searchParams);
  const request = { resourceType: parameters.get('type') ?? '', resourceId: parameters.get('id') ?? '' };
  await client.prefetchQuery({
    ...queries.resource(request),
    queryFn: async () => (await getServices()).recorder.resource(request),
  });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <ResourceScreen />
    </HydrationBoundary>
  );
}
