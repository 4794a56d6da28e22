import { filteredItemsRequest } from '@/lib/api/contract/snapshots';
import { route } from '@/lib/api/server/route';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route({ query: filteredItemsRequest }, async ({ query }) =>
  (await getServices()).snapshots.items(query),
);
