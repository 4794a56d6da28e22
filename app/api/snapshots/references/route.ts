import { referencesRequest } from '@/lib/api/contract/snapshots';
import { readQuery } from '@/lib/api/request';
import { respond, route } from '@/lib/api/respond';
import { getServices } from '@/lib/services';

export const GET = route(async (request) => {
  const wanted = readQuery(request, referencesRequest);
  return respond(await (await getServices()).snapshots.references(wanted));
});
