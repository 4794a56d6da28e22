import { resourcesRequest } from '@/lib/api/contract/resources';
import { route } from '@/lib/api/server/route';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route({ query: resourcesRequest }, async ({ query }) =>
  (await getServices()).inRegion(query.region).inventory.search(query),
);
