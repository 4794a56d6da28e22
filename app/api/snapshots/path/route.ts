import { pathRequest } from '@/lib/api/contract/impact';
import { route } from '@/lib/api/server/route';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route({ query: pathRequest }, async ({ query }) => (await getServices()).snapshots.paths(query));
