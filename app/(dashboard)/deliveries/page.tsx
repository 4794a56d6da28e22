import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { chartRequest, readDeliveriesAddress } from '@/components/delivery-record/deliveries-address';
import { DeliveriesScreen } from '@/components/delivery-record/deliveries-screen';
import { createQueryClient } from '@/components/layout/query/query-client';
import { queries } from '@/lib/api/queries';
import { type AddressProps, addressOf } from '@/lib/api/server/page-url';
import { getServices } from '@/lib/services/lifecycle';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Deliveries' };

export default async function DeliveriesPage(props: AddressProps) {
  const client = createQueryClient();
  const shown = readDeliveriesAddress((await addressOf(props)).query);
  const requests = [shown, chartRequest(shown)];
  await Promise.all(
    requests.map((request) =>
      client.prefetchQuery({
        ...queries.attempts(request),
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
