import { deliverRequest } from '@/lib/api/contract/delivery';
import { regionRequest } from '@/lib/api/contract/region';
import { respond } from '@/lib/api/server/respond';
import { route } from '@/lib/api/server/route';
import { getServices } from '@/lib/services/lifecycle';

export const POST = route({ query: regionRequest, body: deliverRequest }, async ({ query, body }) => {
  const { delivery } = (await getServices()).inRegion(query.region);
  return respond(await delivery.deliver(body.deliveryChannelName, 'button'), 202);
});
