import { regionRequest } from '@/lib/api/contract/region';
import { readQuery } from '@/lib/api/server/request';
import { respond, route } from '@/lib/api/server/respond';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route(async (request) => {
  const { region } = readQuery(request, regionRequest);
  return respond(await (await getServices()).inRegion(region).delivery.view());
});
