import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import { createQueryClient } from '@/components/layout/query/query-client';
import { SettingsScreen } from '@/components/settings/settings-screen';
import { settingsQueries } from '@/lib/api/queries/settings';
import { getServices } from '@/lib/services/lifecycle';

export const dynamic = 'force-dynamic';

export default async function SettingsPage() {
  const client = createQueryClient();
  await client.prefetchQuery({ ...settingsQueries.settings(), queryFn: async () => (await getServices()).settings() });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <SettingsScreen />
    </HydrationBoundary>
  );
}
