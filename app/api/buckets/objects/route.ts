import { folderRequest } from '@/lib/api/contract/buckets';
import { readQuery } from '@/lib/api/server/request';
import { respond, route } from '@/lib/api/server/respond';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route(async (request) => {
  const folder = readQuery(request, folderRequest);
  return respond(await (await getServices()).buckets.folder(folder));
});
