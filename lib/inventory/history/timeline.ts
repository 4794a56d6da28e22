import type { Queryable } from '../../database/database';
import { diffItems } from '../../items/compare/diff';
import { readConfigurationItem } from '../../items/form/read-item';
import type { ResourceKey } from '../../items/identity';
import type { Scope } from '../../items/scope';
import { parseJson } from '../../json';
import { listTimeline, type TimelineItem } from './timeline-items';

const pageSize = 20;

/**
 * A page of a resource's history, the newest item first, each with its differences from the one before (none for the first that
 * is kept); undefined where nothing was ever recorded. `cursor` is the `nextCursor` of the page before.
 */
export async function resourceTimeline(database: Queryable, scope: Scope, resource: ResourceKey, cursor?: string) {
  // One more than shown: the last one is compared with it.
  const items = await listTimeline(database, scope, resource, { before: cursor, limit: pageSize + 1 });
  if (items.length === 0 && cursor === undefined) return undefined;
  const shown = items.slice(0, pageSize);
  return {
    items: shown.map((item, at) => {
      const before = items[at + 1];
      return {
        stateId: item.stateId,
        captureTime: item.captureTime.toISOString(),
        status: item.status,
        diff: before && diffItems(parsed(before), parsed(item)),
      };
    }),
    nextCursor: items.length > pageSize ? shown.at(-1)?.stateId : undefined,
  };
}

function parsed({ body }: TimelineItem) {
  return readConfigurationItem(parseJson(body));
}
