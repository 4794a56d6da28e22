import { retireSourceRequest } from '@/lib/api/contract/recorder';
import { readBody } from '@/lib/api/request';
import { respond, route } from '@/lib/api/respond';
import { getServices } from '@/lib/services';

export const POST = route(async (request) => {
  const { name } = await readBody(request, retireSourceRequest);
  const { recorder } = await getServices();
  await recorder.retireSource(name);
  return respond(await recorder.view());
});
