import { tablesRequest } from '@/lib/api/contract/query';
import { route } from '@/lib/api/server/route';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route({ query: tablesRequest }, async ({ query: { bucket, keys } }) => {
  const { queries } = await getServices();
  return { tables: queries.progress(keys.map((key) => ({ bucket, key }))) };
});
