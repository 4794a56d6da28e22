import { discoverRequest } from '@/lib/api/contract/recorder';
import { readBody } from '@/lib/api/request';
import { respond, route } from '@/lib/api/respond';
import { getServices } from '@/lib/services';

export const POST = route(async (request) => {
  await readBody(request, discoverRequest);
  const { recorder } = await getServices();
  await recorder.beginDiscovery();
  return respond(await recorder.view(), 202);
});
