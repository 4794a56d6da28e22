import { z } from 'zod';
import { readBody } from '@/lib/api/server/request';
import { respond, route } from '@/lib/api/server/respond';
import { getServices } from '@/lib/services/lifecycle';

interface Place {
  params: Promise<{ id: string }>;
}

export const POST = (asked: Request, { params }: Place) =>
  route(async (request) => {
    await readBody(request, z.object({}));
    return respond(await (await getServices()).deliveryRecord.verify((await params).id));
  })(asked);
