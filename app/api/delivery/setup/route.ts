import { z } from 'zod';
import { regionRequest } from '@/lib/api/contract/region';
import { readBody, readQuery } from '@/lib/api/server/request';
import { respond, route } from '@/lib/api/server/respond';
import { getServices } from '@/lib/services/lifecycle';

export const POST = route(async (request) => {
  await readBody(request, z.object({}));
  const services = (await getServices()).inRegion(readQuery(request, regionRequest).region);
  await services.setUp();
  return respond(await services.delivery.view());
});
