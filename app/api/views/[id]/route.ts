import { changeViewRequest, savedViewPath } from '@/lib/api/contract/saved-views';
import { route } from '@/lib/api/server/route';
import { getServices } from '@/lib/services/lifecycle';

export const PUT = route({ path: savedViewPath, body: changeViewRequest }, async ({ path, body }) =>
  (await getServices()).savedViews.change(path.id, body),
);

export const DELETE = route({ path: savedViewPath }, async ({ path }) =>
  (await getServices()).savedViews.remove(path.id),
);
