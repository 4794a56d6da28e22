import { objectRequest } from '@/lib/api/contract/buckets';
import { readQuery } from '@/lib/api/server/request';
import { route } from '@/lib/api/server/respond';
import { respondFile } from '@/lib/api/server/stream';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route(async (request) => {
  const object = readQuery(request, objectRequest);
  return respondFile(await (await getServices()).buckets.download(object, request.signal));
});
