import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import { createQueryClient } from '@/components/layout/query/query-client';
import { DiscoveryScreen } from '@/components/recorder/discovery-screen';
import { recorderQueries } from '@/lib/api/queries/recorder';
import { getServices } from '@/lib/services/lifecycle';

export const dynamic = 'force-dynamic';

export default async function DiscoveryPage() {
  const client = createQueryClient();
  await client.prefetchQuery({
    ...recorderQueries.recorder(),
    queryFn: async () => (await getServices()).recorder.view(),
  });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <DiscoveryScreen />
    </HydrationBoundary>
  );
}
