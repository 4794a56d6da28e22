import { documentRequest } from '@/lib/api/contract/documents';
import { route } from '@/lib/api/server/route';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route({ query: documentRequest }, async ({ query }) =>
  (await getServices()).snapshots.document(query),
);
