import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import { readOverviewUrl } from '@/components/delivery/urls';
import { createQueryClient } from '@/components/layout/query/query-client';
import { OverviewScreen } from '@/components/overview/overview-screen';
import { deliveryQueries } from '@/lib/api/queries/delivery';
import { recorderQueries } from '@/lib/api/queries/recorder';
import { type PageUrlProps, readPageUrl } from '@/lib/api/server/page-url';
import { getServices } from '@/lib/services/lifecycle';

export const dynamic = 'force-dynamic';

export default async function OverviewPage(props: PageUrlProps) {
  const client = createQueryClient();
  const region = readOverviewUrl((await readPageUrl(props)).query);
  const services = getServices();
  const engine = async () => (await services).inRegion(region);
  await Promise.all([
    client.prefetchQuery({
      ...deliveryQueries.delivery(region),
      queryFn: async () => (await engine()).delivery.view(),
    }),
    client.prefetchQuery({
      ...recorderQueries.recorder(region),
      queryFn: async () => (await engine()).recorder.view(),
    }),
    client.prefetchQuery({
      ...deliveryQueries.regions(),
      queryFn: async () => (await services).deliveryOfRegions(),
    }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <OverviewScreen />
    </HydrationBoundary>
  );
}
