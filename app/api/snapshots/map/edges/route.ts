import { mapEdgesRequest } from '@/lib/api/contract/map';
import { route } from '@/lib/api/server/route';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route({ query: mapEdgesRequest }, async ({ query: { against, ...query } }) => {
  const { snapshots, comparisons } = await getServices();
  return against === undefined ? snapshots.mapEdges(query) : comparisons.mapEdges({ ...query, against });
});
