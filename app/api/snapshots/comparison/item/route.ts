import { comparedItemRequest } from '@/lib/api/contract/comparison';
import { route } from '@/lib/api/server/route';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route({ query: comparedItemRequest }, async ({ query }) =>
  (await getServices()).comparisons.item(query),
);
