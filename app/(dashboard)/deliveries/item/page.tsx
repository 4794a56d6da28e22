import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { readDeliveryAddress } from '@/components/delivery-record/deliveries-address';
import { DeliveryScreen } from '@/components/delivery-record/delivery-screen';
import { createQueryClient } from '@/components/layout/query/query-client';
import { queries } from '@/lib/api/queries';
import { type AddressProps, addressOf } from '@/lib/api/server/page-url';
import { getServices } from '@/lib/services/lifecycle';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Delivery' };

export default async function DeliveryPage(props: AddressProps) {
  const client = createQueryClient();
  const id = readDeliveryAddress((await addressOf(props)).query);
  if (id) {
    await client.prefetchQuery({
      ...queries.attempt(id),
      queryFn: async () => (await getServices()).deliveryRecord.attempt(id),
    });
  }
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <DeliveryScreen />
    </HydrationBoundary>
  );
}
