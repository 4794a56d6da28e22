import { deliverRequest } from '@/lib/api/contract/delivery';
import { readBody } from '@/lib/api/request';
import { respond, route } from '@/lib/api/respond';
import { getServices } from '@/lib/services';

export const POST = route(async (request) => {
  const { deliveryChannelName } = await readBody(request, deliverRequest);
  return respond(await (await getServices()).delivery.deliver(deliveryChannelName, 'button'), 202);
});
