import { folderRequest } from '@/lib/api/contract/buckets';
import { route } from '@/lib/api/server/route';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route({ query: folderRequest }, async ({ query }) => (await getServices()).buckets.folder(query));
