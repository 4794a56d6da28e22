import { snapshotListRequest } from '@/lib/api/contract/snapshots';
import { route } from '@/lib/api/server/route';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route({ query: snapshotListRequest }, async ({ query }) =>
  (await getServices()).snapshots.list(query),
);
