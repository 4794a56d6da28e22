import { mapRequest } from '@/lib/api/contract/map';
import { route } from '@/lib/api/server/route';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route({ query: mapRequest }, async ({ query }) => (await getServices()).snapshots.map(query));
