import { discoverRequest } from '@/lib/api/contract/recorder';
import { regionRequest } from '@/lib/api/contract/region';
import { readBody, readQuery } from '@/lib/api/server/request';
import { respond, route } from '@/lib/api/server/respond';
import { getServices } from '@/lib/services/lifecycle';

export const POST = route(async (request) => {
  await readBody(request, discoverRequest);
  const { recorder } = (await getServices()).inRegion(readQuery(request, regionRequest).region);
  await recorder.beginDiscovery();
  return respond(await recorder.view(), 202);
});
