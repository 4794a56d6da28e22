import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import { DeliveryScreen } from '@/components/delivery/record/delivery-screen';
import { readDeliveryUrl } from '@/components/delivery/urls';
import { createQueryClient } from '@/components/layout/query/query-client';
import { deliveryQueries } from '@/lib/api/queries/delivery';
import { type PageUrlProps, readPageUrl } from '@/lib/api/server/page-url';
import { getServices } from '@/lib/services/lifecycle';

export const dynamic = 'force-dynamic';

export default async function DeliveryPage(props: PageUrlProps) {
  const client = createQueryClient();
  const id = readDeliveryUrl((await readPageUrl(props)).query);
  if (id) {
    await client.prefetchQuery({
      ...deliveryQueries.attempt(id),
      queryFn: async () => (await getServices()).deliveryRecord.attempt(id),
    });
  }
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <DeliveryScreen />
    </HydrationBoundary>
  );
}
