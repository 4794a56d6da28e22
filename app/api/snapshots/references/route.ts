import { referencesRequest } from '@/lib/api/contract/snapshots';
import { route } from '@/lib/api/server/route';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route({ query: referencesRequest }, async ({ query }) =>
  (await getServices()).snapshots.references(query),
);
