import { objectRequest } from '@/lib/api/contract/buckets';
import { route } from '@/lib/api/server/route';
import { respondFile } from '@/lib/api/server/stream';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route({ query: objectRequest }, async ({ query, signal }) =>
  respondFile(await (await getServices()).buckets.download(query, signal)),
);
