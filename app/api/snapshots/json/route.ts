import { jsonRequest } from '@/lib/api/contract/snapshots';
import { route } from '@/lib/api/server/route';
import { respondFile } from '@/lib/api/server/stream';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route({ query: jsonRequest }, async ({ query: { download, ...wanted } }) => {
  const file = await (await getServices()).snapshots.json(wanted);
  return respondFile(download ? file : { ...file, fileName: null });
});
