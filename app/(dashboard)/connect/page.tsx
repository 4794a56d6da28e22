import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import { headers } from 'next/headers';
import { ConnectScreen } from '@/components/connect/connect-screen';
import { createQueryClient } from '@/components/layout/query/query-client';
import { connectQueries } from '@/lib/api/queries/connect';
import { getServices } from '@/lib/services/lifecycle';

export const dynamic = 'force-dynamic';

export default async function ConnectPage() {
  const client = createQueryClient();
  const [host] = await Promise.all([
    headers().then((all) => all.get('host')),
    client.prefetchQuery({ ...connectQueries.connect(), queryFn: async () => (await getServices()).connect() }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      {/* The address until the browser tells its own: it alone knows of a proxy's https. */}
      <ConnectScreen requestOrigin={`http://${host ?? '127.0.0.1:3000'}`} />
    </HydrationBoundary>
  );
}
