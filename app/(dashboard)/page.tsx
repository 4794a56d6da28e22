import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { createQueryClient } from '@/components/layout/query/query-client';
import { OverviewScreen } from '@/components/overview/overview-screen';
import { deliveryQueries } from '@/lib/api/queries/delivery';
import { recorderQueries } from '@/lib/api/queries/recorder';
import { getServices } from '@/lib/services/lifecycle';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Overview' };

export default async function OverviewPage() {
  const client = createQueryClient();
  const services = getServices();
  await Promise.all([
    client.prefetchQuery({ ...deliveryQueries.delivery(), queryFn: async () => (await services).delivery.view() }),
    client.prefetchQuery({ ...recorderQueries.recorder(), queryFn: async () => (await services).recorder.view() }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <OverviewScreen />
    </HydrationBoundary>
  );
}
