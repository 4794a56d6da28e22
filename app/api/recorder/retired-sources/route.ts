import { retireSourceRequest } from '@/lib/api/contract/recorder';
import { regionRequest } from '@/lib/api/contract/region';
import { route } from '@/lib/api/server/route';
import { getServices } from '@/lib/services/lifecycle';

export const POST = route({ query: regionRequest, body: retireSourceRequest }, async ({ query, body }) => {
  const { recorder } = (await getServices()).inRegion(query.region);
  await recorder.retireSource(body.name);
  return recorder.view();
});
