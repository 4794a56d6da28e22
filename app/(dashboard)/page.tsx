import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { createQueryClient } from '@/components/layout/query/query-client';
import { OverviewScreen } from '@/components/overview/overview-screen';
import { queries } from '@/lib/api/queries';
import { getServices } from '@/lib/services/lifecycle';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Overview' };

export default async function OverviewPage() {
  const client = createQueryClient();
  const services = getServices();
  await Promise.all([
    client.prefetchQuery({ ...queries.delivery(), queryFn: async () => (await services).delivery.view() }),
    client.prefetchQuery({ ...queries.recorder(), queryFn: async () => (await services).recorder.view() }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <OverviewScreen />
    </HydrationBoundary>
  );
}
