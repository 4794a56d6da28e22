import { mapFindRequest } from '@/lib/api/contract/map';
import { route } from '@/lib/api/server/route';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route({ query: mapFindRequest }, async ({ query }) =>
  (await getServices()).snapshots.findOnMap(query),
);
