import { comparisonExportRequest } from '@/lib/api/contract/comparison';
import { route } from '@/lib/api/server/route';
import { respondFile } from '@/lib/api/server/stream';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route({ query: comparisonExportRequest }, async ({ query }) =>
  respondFile(await (await getServices()).comparisons.file(query)),
);
