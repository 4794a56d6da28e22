import { objectRequest } from '@/lib/api/contract/buckets';
import { cancelOpeningRequest } from '@/lib/api/contract/documents';
import { route } from '@/lib/api/server/route';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route({ query: objectRequest }, async ({ query }) => (await getServices()).snapshots.opening(query));

export const POST = route({ body: cancelOpeningRequest }, async ({ body: { action: _, ...wanted } }) =>
  (await getServices()).snapshots.cancelOpening(wanted),
);
