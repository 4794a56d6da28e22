import { retireSourceRequest } from '@/lib/api/contract/recorder';
import { regionRequest } from '@/lib/api/contract/region';
import { readBody, readQuery } from '@/lib/api/server/request';
import { respond, route } from '@/lib/api/server/respond';
import { getServices } from '@/lib/services/lifecycle';

export const POST = route(async (request) => {
  const { name } = await readBody(request, retireSourceRequest);
  const { recorder } = (await getServices()).inRegion(readQuery(request, regionRequest).region);
  await recorder.retireSource(name);
  return respond(await recorder.view());
});
