import { attemptPath, emptyRequest } from '@/lib/api/contract/delivery';
import { route } from '@/lib/api/server/route';
import { getServices } from '@/lib/services/lifecycle';

export const POST = route({ path: attemptPath, body: emptyRequest }, async ({ path }) =>
  (await getServices()).deliveryRecord.verify(path.id),
);
