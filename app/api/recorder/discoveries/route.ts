import { discoverRequest } from '@/lib/api/contract/recorder';
import { regionRequest } from '@/lib/api/contract/region';
import { respond } from '@/lib/api/server/respond';
import { route } from '@/lib/api/server/route';
import { getServices } from '@/lib/services/lifecycle';

export const POST = route({ query: regionRequest, body: discoverRequest }, async ({ query }) => {
  const { recorder } = (await getServices()).inRegion(query.region);
  await recorder.beginDiscovery();
  return respond(await recorder.view(), 202);
});
