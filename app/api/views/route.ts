import { saveViewRequest } from '@/lib/api/contract/saved-views';
import { nothing, route } from '@/lib/api/server/route';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route(nothing, async () => (await getServices()).savedViews.list());

export const POST = route({ body: saveViewRequest }, async ({ body }) => (await getServices()).savedViews.save(body));
