import { channelTestRequest } from '@/lib/api/contract/delivery';
import { route } from '@/lib/api/server/route';
import { getServices } from '@/lib/services/lifecycle';

export const POST = route({ body: channelTestRequest }, async ({ body }) =>
  (await getServices()).delivery.tryChannel(body),
);
