import type { Scope } from '../../items/scope';
import { processLog } from '../../log/process-log';
import type { ObjectStore } from '../../object-store/port';
import type { Settings } from '../../settings/settings';
import { createFirstSetUp } from '../first-set-up';
import { createRegions, type Regions } from '../regions';
import type { ScopeEngine } from '../scope-engine';

/** The engine of a Region that this server looks after, with its first set-up. */
export type RegionEngine = ReturnType<typeof withSetUp>;

/**
 * Makes an engine for each Region of the settings. IAM's resources are recorded in the home Region alone.
 * @param makeEngine called once for each Region
 */
export function openRegions(
  settings: Settings,
  store: ObjectStore,
  makeEngine: (scope: Scope) => ScopeEngine,
): Regions<RegionEngine> {
  return createRegions(settings.regions, (region) =>
    withSetUp(settings, store, makeEngine({ accountId: settings.accountId, region }), region === settings.region),
  );
}

function withSetUp(settings: Settings, store: ObjectStore, engine: ScopeEngine, globalTypes: boolean) {
  const setUp = createFirstSetUp({ ...settings, ...engine, store, globalTypes, log: processLog() });
  const delivery = {
    ...engine.delivery,
    view: async () => ({ ...(await engine.delivery.view()), setupError: setUp.failure() }),
  };
  return { inventory: engine.inventory, recorder: engine.recorder, delivery, setUp: setUp.run };
}
