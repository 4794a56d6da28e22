import type { ReadyView } from '@/lib/api/contract/health';
import { respond } from '@/lib/api/server/respond';
import { nothing, route } from '@/lib/api/server/route';
import { getServices, servicesState } from '@/lib/services/lifecycle';
import { version } from '@/lib/services/version';

/** 200 where database, store and jobs work; 503 with what does not. */
export const GET = route(nothing, async () => {
  const state = servicesState();
  const seen = state === 'ready' ? await (await getServices()).ready() : { status: state, parts: {} };
  const view: ReadyView = { ...seen, version };
  return respond(view, view.status === 'ready' ? 200 : 503);
});
