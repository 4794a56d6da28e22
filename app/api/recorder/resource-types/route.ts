import { respond, route } from '@/lib/api/respond';
import { recordableTypes } from '@/lib/wire/console';

export const GET = route(async () => respond({ resourceTypes: recordableTypes() }));
