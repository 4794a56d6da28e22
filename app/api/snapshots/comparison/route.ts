import { comparisonRequest } from '@/lib/api/contract/comparison';
import { route } from '@/lib/api/server/route';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route({ query: comparisonRequest }, async ({ query }) =>
  (await getServices()).comparisons.page(query),
);
