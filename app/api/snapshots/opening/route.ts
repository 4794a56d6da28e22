import { objectRequest } from '@/lib/api/contract/buckets';
import { cancelOpeningRequest } from '@/lib/api/contract/snapshots';
import { readBody, readQuery } from '@/lib/api/server/request';
import { respond, route } from '@/lib/api/server/respond';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route(async (request) => {
  const wanted = readQuery(request, objectRequest);
  return respond((await getServices()).snapshots.opening(wanted));
});

export const POST = route(async (request) => {
  const { action: _, ...wanted } = await readBody(request, cancelOpeningRequest);
  return respond((await getServices()).snapshots.cancelOpening(wanted));
});
