import { itemRequest } from '@/lib/api/contract/snapshots';
import { route } from '@/lib/api/server/route';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route({ query: itemRequest }, async ({ query }) => (await getServices()).snapshots.item(query));
