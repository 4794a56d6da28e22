import { nothing, route } from '@/lib/api/server/route';
import { recordableTypes } from '@/lib/wire/console';

export const GET = route(nothing, () => ({ resourceTypes: recordableTypes() }));
