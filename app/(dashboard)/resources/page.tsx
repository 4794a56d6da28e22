import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import { createQueryClient } from '@/components/layout/query/query-client';
import { ResourcesScreen } from '@/components/resources/list/resources-screen';
import { readResourcesUrl } from '@/components/resources/resources-url';
import { resourcesRequest } from '@/lib/api/contract/resources';
import { resourceQueries } from '@/lib/api/queries/resources';
import { type PageUrlProps, readPageUrl } from '@/lib/api/server/page-url';
import { getServices } from '@/lib/services/lifecycle';

export const dynamic = 'force-dynamic';

export default async function ResourcesPage(props: PageUrlProps) {
  const client = createQueryClient();
  const request = readResourcesUrl((await readPageUrl(props)).query);
  await client.prefetchQuery({
    ...resourceQueries.resources(request),
    queryFn: async () => (await getServices()).inventory.search(resourcesRequest.parse(request)),
  });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <ResourcesScreen />
    </HydrationBoundary>
  );
}
