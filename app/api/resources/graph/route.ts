import { resourceGraphRequest } from '@/lib/api/contract/resources';
import { route } from '@/lib/api/server/route';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route({ query: resourceGraphRequest }, async ({ query }) =>
  (await getServices()).resourceGraph(query),
);
