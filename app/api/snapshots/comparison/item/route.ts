import { comparedItemRequest } from '@/lib/api/contract/comparison';
import { readQuery } from '@/lib/api/server/request';
import { respond, route } from '@/lib/api/server/respond';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route(async (request) => {
  const wanted = readQuery(request, comparedItemRequest);
  return respond(await (await getServices()).comparisons.item(wanted));
});
