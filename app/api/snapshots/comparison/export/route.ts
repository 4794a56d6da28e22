import { comparisonExportRequest } from '@/lib/api/contract/comparison';
import { readQuery } from '@/lib/api/server/request';
import { route } from '@/lib/api/server/respond';
import { respondFile } from '@/lib/api/server/stream';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route(async (request) => {
  const wanted = readQuery(request, comparisonExportRequest);
  return respondFile(await (await getServices()).comparisons.file(wanted));
});
