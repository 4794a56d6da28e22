import { graphRequest } from '@/lib/api/contract/graph';
import { readQuery } from '@/lib/api/server/request';
import { respond, route } from '@/lib/api/server/respond';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route(async (request) => {
  const wanted = readQuery(request, graphRequest);
  return respond(await (await getServices()).snapshots.graph(wanted));
});
