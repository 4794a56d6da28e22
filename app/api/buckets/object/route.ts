import { objectRequest } from '@/lib/api/contract/buckets';
import { readQuery } from '@/lib/api/server/request';
import { respond, route } from '@/lib/api/server/respond';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route(async (request) => {
  const object = readQuery(request, objectRequest);
  return respond(await (await getServices()).buckets.object(object));
});
