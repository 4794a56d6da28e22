import { channelSettings } from '@/lib/api/contract/delivery';
import { readBody } from '@/lib/api/server/request';
import { respond, route } from '@/lib/api/server/respond';
import { getServices } from '@/lib/services/lifecycle';

export const POST = route(async (request) => {
  const channel = await readBody(request, channelSettings);
  return respond(await (await getServices()).delivery.tryChannel(channel));
});
