import { momentsRequest } from '@/lib/api/contract/moment';
import { route } from '@/lib/api/server/route';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route({ query: momentsRequest }, async ({ query }) =>
  (await getServices()).snapshots.moments(query),
);
