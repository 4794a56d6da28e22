import { queryRequest } from '@/lib/api/contract/query';
import { readBody } from '@/lib/api/server/request';
import { respond, route } from '@/lib/api/server/respond';
import { respondFile } from '@/lib/api/server/stream';
import { getServices } from '@/lib/services/lifecycle';

export const POST = route(async (request) => {
  const { format, ...wanted } = await readBody(request, queryRequest);
  const { queries } = await getServices();
  if (format === 'table') return respond(await queries.run(wanted, request.signal));
  return respondFile(await queries.file(wanted, format, request.signal));
});
