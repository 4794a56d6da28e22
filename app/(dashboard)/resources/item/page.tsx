import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import { createQueryClient } from '@/components/layout/query/query-client';
import { ResourceScreen } from '@/components/resources/item/resource-screen';
import { readResourceUrl, readStateId } from '@/components/resources/resources-url';
import { resourceQueries } from '@/lib/api/queries/resources';
import { type PageUrlProps, readPageUrl } from '@/lib/api/server/page-url';
import { getServices } from '@/lib/services/lifecycle';

export const dynamic = 'force-dynamic';

export default async function ResourcePage(props: PageUrlProps) {
  const client = createQueryClient();
  const { query } = await readPageUrl(props);
  const identity = readResourceUrl(query);
  const stateId = readStateId(query);
  await client.prefetchQuery({
    ...resourceQueries.resource({ ...identity, ...(stateId !== undefined && { stateId }) }),
    queryFn: async () => (await getServices()).inventory.resource(identity, stateId),
  });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <ResourceScreen />
    </HydrationBoundary>
  );
}
