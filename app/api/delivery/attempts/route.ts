import { attemptsRequest } from '@/lib/api/contract/delivery';
import { route } from '@/lib/api/server/route';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route({ query: attemptsRequest }, async ({ query }) =>
  (await getServices()).deliveryRecord.attempts(query),
);
