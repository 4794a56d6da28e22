import { impactRequest } from '@/lib/api/contract/impact';
import { route } from '@/lib/api/server/route';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route({ query: impactRequest }, async ({ query }) => (await getServices()).snapshots.impact(query));
