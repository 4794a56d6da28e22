import { useQueryClient } from '@tanstack/react-query';
import { viewHref } from '@/components/snapshots/page/view-state';
import { snapshotQueries } from '@/lib/api/queries/snapshots';
import type { Picture } from '@/lib/graph/picture';
import { identityIn, thingIn } from '../chosen/chosen-thing';
import type { GraphPlace } from '../page/use-graph-place';
import { nameIn } from '../stage/stage-words';
import type { Scene } from '../views/view';
import type { Actions } from './action';
import { pinActions } from './pin-actions';
import { viewActions, viewActionsInEarlier, viewsOfSeveral } from './view-actions';

interface ActionsOf {
  place: GraphPlace;
  scene: Pick<Scene, 'actionsFor'>;
  picture: Picture;
  chosen: readonly string[];
  /** Whether the panel shows what is chosen. */
  isOpen: boolean;
  /** Shows the item or the facts of something in the panel. */
  open(id: string): void;
  /** Puts a text where the reader can paste it, and says so. */
  copy(done: string, text: string): void;
  say(words: string): void;
}

/** What can be done with resources and boxes of the picture, one or several: one list, for the panel and for the context menu. */
export function useActions(of: ActionsOf): (ids: readonly string[]) => Actions {
  const { place, scene, picture, chosen, isOpen, open, copy, say } = of;
  const { state } = place;
  const client = useQueryClient();
  const copyArn = async (index: number) => {
    const { bucket, key } = state;
    try {
      const { arn } = await client.fetchQuery(snapshotQueries.item({ bucket, key, index }));
      if (arn) copy('The ARN is copied.', arn);
      else say('The item has no ARN.');
    } catch {
      say('The item could not be read.');
    }
  };
  /** It was removed since an earlier snapshot: in this one there is nothing to pin, or to look at. */
  const isGone = (id: string) => thingIn(picture, id)?.change === 'removed';
  const ofOne = (id: string): Actions => {
    const index = thingIn(picture, id)?.index;
    const identity = identityIn(picture, id);
    const { bucket, key, partial } = state;
    const others: Actions['others'] = [];
    if (!isOpen || chosen.length > 1 || chosen[0] !== id) {
      others.push({ title: index === undefined ? 'Show details' : 'Show item', act: () => open(id) });
    }
    if (identity) others.push({ title: 'Copy id', act: () => copy('The id is copied.', identity.resourceId) });
    if (index !== undefined) {
      others.push({ title: 'Copy ARN', act: () => void copyArn(index) });
      others.push({ title: 'Open in the table', page: viewHref({ bucket, key, partial, item: index }) });
    }
    const from = state.view === 'path' ? state.focus[0] : chosen[0];
    const isStart = from !== undefined && (state.view === 'path' || identityIn(picture, from) !== undefined);
    const start = isStart ? { id: from, name: nameIn(picture, from) } : undefined;
    return {
      views: !identity ? [] : isGone(id) ? viewActionsInEarlier(state, id) : viewActions(state, id, start),
      picture: [...(scene.actionsFor?.([id]) ?? []), ...(identity && !isGone(id) ? pinActions(place, [id]) : [])],
      others,
    };
  };
  const ofSeveral = (ids: readonly string[]): Actions => {
    const resources = ids.filter((id) => identityIn(picture, id));
    const there = resources.filter((id) => !isGone(id));
    const texts = resources.flatMap((id) => identityIn(picture, id)?.resourceId ?? []);
    return {
      views: viewsOfSeveral(there),
      picture: [...(scene.actionsFor?.(ids) ?? []), ...pinActions(place, there)],
      others: texts.length > 0 ? [{ title: 'Copy ids', act: () => copy('The ids are copied.', texts.join('\n')) }] : [],
    };
  };
  return (ids) => (ids.length > 1 ? ofSeveral(ids) : ids[0] === undefined ? nothing : ofOne(ids[0]));
}

const nothing: Actions = { views: [], picture: [], others: [] };
