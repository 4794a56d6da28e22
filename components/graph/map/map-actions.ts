import { countText } from '@/components/ui/bytes';
import type { Picture } from '@/lib/graph/picture';
import type { Action } from '../actions/action';
import { choiceOf, chosenIds } from '../chosen/chosen-ids';
import type { GraphPlace } from '../page/use-graph-place';

interface MapActions {
  place: GraphPlace;
  picture: Picture;
  /** Folds what is open, and unfolds what is folded. */
  fold(id: string): void;
}

/** What can be done on the map with what is drawn on it: one resource or box, or several. */
export function mapActions(ids: readonly string[], { place: { state, change }, picture, fold }: MapActions): Action[] {
  const [id, ...others] = ids;
  if (id === undefined) return [];
  const { hide, more, only, pin } = state;
  const isOne = others.length === 0;
  const box = isOne ? picture.boxes.find((each) => each.id === id) : undefined;
  const actions: Action[] = [];
  if (box?.folded || box?.partly) actions.push({ title: 'Unfold', icon: 'treeview-expand', act: () => fold(id) });
  else if (box) actions.push({ title: 'Fold', icon: 'treeview-collapse', act: () => fold(id) });
  if (!isOne || !only.includes(id)) {
    actions.push({ title: isOne ? 'Only this' : 'Only these', act: () => change({ only: [...ids] }) });
  }
  actions.push({
    title: isOne ? 'Hide' : 'Hide these',
    act: () => {
      const chosen = chosenIds(state);
      const left = chosen.filter((each) => !ids.includes(each));
      const isLess = left.length < chosen.length;
      change({
        hide: [...new Set([...hide, ...ids])],
        pin: pin.filter((each) => !ids.includes(each)),
        ...(isLess && { ...choiceOf(left), item: undefined, details: left.length > 1 && state.details }),
      });
    },
  });
  if (box?.more !== undefined && !box.folded) {
    const title = `Show more (${countText(box.more)} left)`;
    actions.push({ title, act: () => change({ more: [...more, id] }) });
  }
  return actions;
}
