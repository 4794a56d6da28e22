import { objectRequest } from '@/lib/api/contract/buckets';
import { route } from '@/lib/api/server/route';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route({ query: objectRequest }, async ({ query }) => (await getServices()).snapshots.notes(query));
