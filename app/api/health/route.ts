import type { HealthView } from '@/lib/api/contract/health';
import { respond } from '@/lib/api/server/respond';
import { nothing, route } from '@/lib/api/server/route';
import { servicesState } from '@/lib/services/lifecycle';
import { version } from '@/lib/services/version';

/** 200 once all is ready, 503 before and while stopping. */
export const GET = route(nothing, () => {
  const status = servicesState();
  const health: HealthView = { status, version };
  return respond(health, status === 'ready' ? 200 : 503);
});
