import { itemRequest } from '@/lib/api/contract/snapshots';
import { readQuery } from '@/lib/api/server/request';
import { respond, route } from '@/lib/api/server/respond';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route(async (request) => {
  const wanted = readQuery(request, itemRequest);
  return respond(await (await getServices()).snapshots.item(wanted));
});
