import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { createQueryClient } from '@/components/layout/query/query-client';
import { ResourceScreen } from '@/components/resources/item/resource-screen';
import { readResourceAddress, readStateId } from '@/components/resources/resources-url';
import { queries } from '@/lib/api/queries';
import { type AddressProps, addressOf } from '@/lib/api/server/page-url';
import { getServices } from '@/lib/services/lifecycle';

export const dynamic = 'force-dynamic';

export async function generateMetadata(props: AddressProps): Promise<Metadata> {
  return { title: readResourceAddress((await addressOf(props)).query).resourceId || 'Resource' };
}

export default async function ResourcePage(props: AddressProps) {
  const client = createQueryClient();
  const { query } = await addressOf(props);
  const identity = readResourceAddress(query);
  const stateId = readStateId(query);
  await client.prefetchQuery({
    ...queries.resource({ ...identity, ...(stateId !== undefined && { stateId }) }),
    queryFn: async () => (await getServices()).recorder.resource(identity, stateId),
  });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <ResourceScreen />
    </HydrationBoundary>
  );
}
