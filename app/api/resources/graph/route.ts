import { resourceGraphRequest } from '@/lib/api/contract/resources';
import { readQuery } from '@/lib/api/server/request';
import { respond, route } from '@/lib/api/server/respond';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route(async (request) => {
  const wanted = readQuery(request, resourceGraphRequest);
  return respond(await (await getServices()).resourceGraph(wanted));
});
