import { countsRequest } from '@/lib/api/contract/snapshots';
import { route } from '@/lib/api/server/route';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route({ query: countsRequest }, async ({ query }) => (await getServices()).snapshots.counts(query));
