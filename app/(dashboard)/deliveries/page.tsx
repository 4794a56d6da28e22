import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import { DeliveriesScreen } from '@/components/delivery/record/deliveries-screen';
import { chartRequest, readDeliveriesUrl } from '@/components/delivery/urls';
import { createQueryClient } from '@/components/layout/query/query-client';
import { deliveryQueries } from '@/lib/api/queries/delivery';
import { type PageUrlProps, readPageUrl } from '@/lib/api/server/page-url';
import { getServices } from '@/lib/services/lifecycle';

export const dynamic = 'force-dynamic';

export default async function DeliveriesPage(props: PageUrlProps) {
  const client = createQueryClient();
  const shown = readDeliveriesUrl((await readPageUrl(props)).query);
  const requests = [shown, chartRequest(shown)];
  await Promise.all(
    requests.map((request) =>
      client.prefetchQuery({
        ...deliveryQueries.attempts(request),
        queryFn: async () => (await getServices()).deliveryRecord.attempts(request),
      }),
    ),
  );
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <DeliveriesScreen />
    </HydrationBoundary>
  );
}
