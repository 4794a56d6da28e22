import { mapFindRequest } from '@/lib/api/contract/map';
import { route } from '@/lib/api/server/route';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route({ query: mapFindRequest }, async ({ query: { against, ...query } }) => {
  const { snapshots, comparisons } = await getServices();
  return against === undefined ? snapshots.findOnMap(query) : comparisons.findOnMap({ ...query, against });
});
