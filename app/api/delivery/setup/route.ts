import { z } from 'zod';
import { readBody } from '@/lib/api/request';
import { respond, route } from '@/lib/api/respond';
import { getServices } from '@/lib/services';

export const POST = route(async (request) => {
  await readBody(request, z.object({}));
  const services = await getServices();
  await services.setUp();
  return respond(await services.delivery.view());
});
