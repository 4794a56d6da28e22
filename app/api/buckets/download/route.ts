import { objectRequest } from '@/lib/api/contract/buckets';
import { readQuery } from '@/lib/api/request';
import { route } from '@/lib/api/respond';
import { respondFile } from '@/lib/api/stream';
import { getServices } from '@/lib/services';

export const GET = route(async (request) => {
  const object = readQuery(request, objectRequest);
  return respondFile(await (await getServices()).buckets.download(object, request.signal));
});
