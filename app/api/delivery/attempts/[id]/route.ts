import { attemptPath } from '@/lib/api/contract/delivery';
import { route } from '@/lib/api/server/route';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route({ path: attemptPath }, async ({ path }) =>
  (await getServices()).deliveryRecord.attempt(path.id),
);
