import { jsonRequest } from '@/lib/api/contract/snapshots';
import { readQuery } from '@/lib/api/server/request';
import { route } from '@/lib/api/server/respond';
import { respondFile } from '@/lib/api/server/stream';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route(async (request) => {
  const { download, ...wanted } = readQuery(request, jsonRequest);
  const file = await (await getServices()).snapshots.json(wanted);
  return respondFile(download ? file : { ...file, fileName: null });
});
