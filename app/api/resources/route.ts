import { resourcesRequest } from '@/lib/api/contract/resources';
import { readQuery } from '@/lib/api/server/request';
import { respond, route } from '@/lib/api/server/respond';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route(async (request) => {
  const wanted = readQuery(request, resourcesRequest);
  return respond(await (await getServices()).inRegion(wanted.region).recorder.resources(wanted));
});
