import { emptyRequest } from '@/lib/api/contract/delivery';
import { regionRequest } from '@/lib/api/contract/region';
import { route } from '@/lib/api/server/route';
import { getServices } from '@/lib/services/lifecycle';

export const POST = route({ query: regionRequest, body: emptyRequest }, async ({ query }) => {
  const { setUp, delivery } = (await getServices()).inRegion(query.region);
  await setUp();
  return delivery.view();
});
