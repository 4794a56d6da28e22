import { getServices } from '@/lib/services/lifecycle';
import { answerWeb } from '@/lib/wire/protocol/http';

/** AWS clients as `next dev` serves them; in production server/serve.mjs hands them to the same dispatcher without Next. */
export async function POST(request: Request): Promise<Response> {
  return answerWeb(
    request,
    getServices().then(({ wire }) => wire),
  );
}
