import { comparisonRequest } from '@/lib/api/contract/comparison';
import { readQuery } from '@/lib/api/server/request';
import { respond, route } from '@/lib/api/server/respond';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route(async (request) => {
  const wanted = readQuery(request, comparisonRequest);
  return respond(await (await getServices()).comparisons.page(wanted));
});
