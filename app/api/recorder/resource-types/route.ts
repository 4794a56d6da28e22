import { respond, route } from '@/lib/api/server/respond';
import { recordableTypes } from '@/lib/wire/console';

export const GET = route(async () => respond({ resourceTypes: recordableTypes() }));
