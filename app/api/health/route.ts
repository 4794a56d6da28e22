import { respond } from '@/lib/api/respond';
import { servicesReady, version } from '@/lib/services';

/** 200 once all is ready, 503 before. */
export function GET(): Response {
  const ready = servicesReady();
  return respond({ status: ready ? 'ready' : 'starting', version }, ready ? 200 : 503);
}
