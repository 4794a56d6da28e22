import { tablesRequest } from '@/lib/api/contract/query';
import { readQuery } from '@/lib/api/server/request';
import { respond, route } from '@/lib/api/server/respond';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route(async (request) => {
  const { bucket, keys } = readQuery(request, tablesRequest);
  const { queries } = await getServices();
  return respond({ tables: queries.progress(keys.map((key) => ({ bucket, key }))) });
});
