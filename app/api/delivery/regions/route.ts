import { nothing, route } from '@/lib/api/server/route';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route(nothing, async () => (await getServices()).deliveryOfRegions());
