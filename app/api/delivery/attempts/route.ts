import { attemptsRequest } from '@/lib/api/contract/delivery';
import { readQuery } from '@/lib/api/server/request';
import { respond, route } from '@/lib/api/server/respond';
import { getServices } from '@/lib/services/lifecycle';

export const GET = route(async (request) =>
  respond(await (await getServices()).deliveryRecord.attempts(readQuery(request, attemptsRequest))),
);
