import { objectRequest } from '@/lib/api/contract/buckets';
import { readQuery } from '@/lib/api/request';
import { respond, route } from '@/lib/api/respond';
import { getServices } from '@/lib/services';

export const GET = route(async (request) => {
  const wanted = readQuery(request, objectRequest);
  return respond(await (await getServices()).snapshots.document(wanted));
});
