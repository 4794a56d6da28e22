import { graphRequest } from '@/lib/api/contract/graph';
import { route } from '@/lib/api/server/route';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route({ query: graphRequest }, async ({ query }) => (await getServices()).snapshots.graph(query));
