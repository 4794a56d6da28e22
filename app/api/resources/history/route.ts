import { historyRequest } from '@/lib/api/contract/resources';
import { route } from '@/lib/api/server/route';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route({ query: historyRequest }, async ({ query }) =>
  (await getServices()).inRegion(query.region).inventory.timeline(query, query.cursor),
);
