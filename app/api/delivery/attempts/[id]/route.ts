import { respond, route } from '@/lib/api/server/respond';
import { getServices } from '@/lib/services/lifecycle';

interface Place {
  params: Promise<{ id: string }>;
}

export const GET = (request: Request, { params }: Place) =>
  route(async () => respond(await (await getServices()).deliveryRecord.attempt((await params).id)))(request);
