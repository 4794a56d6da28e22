import { regionRequest } from '@/lib/api/contract/region';
import { route } from '@/lib/api/server/route';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route({ query: regionRequest }, async ({ query }) =>
  (await getServices()).inRegion(query.region).delivery.view(),
);
