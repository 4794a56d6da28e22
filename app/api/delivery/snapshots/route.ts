import { deliverRequest } from '@/lib/api/contract/delivery';
import { regionRequest } from '@/lib/api/contract/region';
import { readBody, readQuery } from '@/lib/api/server/request';
import { respond, route } from '@/lib/api/server/respond';
import { getServices } from '@/lib/services/lifecycle';

export const POST = route(async (request) => {
  const { deliveryChannelName } = await readBody(request, deliverRequest);
  const { region } = readQuery(request, regionRequest);
  return respond(await (await getServices()).inRegion(region).delivery.deliver(deliveryChannelName, 'button'), 202);
});
