import { recordingRequest } from '@/lib/api/contract/recorder';
import { regionRequest } from '@/lib/api/contract/region';
import { readBody, readQuery } from '@/lib/api/request';
import { respond, route } from '@/lib/api/respond';
import { getServices } from '@/lib/services';

export const PUT = route(async (request) => {
  const { recording } = await readBody(request, recordingRequest);
  const { recorder, setRecording } = (await getServices()).inRegion(readQuery(request, regionRequest).region);
  await setRecording(recording);
  return respond(await recorder.view());
});
