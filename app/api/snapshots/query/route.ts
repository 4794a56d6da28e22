import { queryRequest } from '@/lib/api/contract/query';
import { route } from '@/lib/api/server/route';
import { respondFile } from '@/lib/api/server/stream';
import { getServices } from '@/lib/services/lifecycle';

export const POST = route({ body: queryRequest }, async ({ body: { format, ...wanted }, signal }) => {
  const { queries } = await getServices();
  return format === 'table' ? queries.run(wanted, signal) : respondFile(await queries.file(wanted, format, signal));
});
