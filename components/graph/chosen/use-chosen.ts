import type { Picture } from '@/lib/graph/picture';
import { mostChosen } from '../page/graph-url';
import type { GraphPlace } from '../page/use-graph-place';
import { choiceOf, chosenIds, toggled } from './chosen-ids';

/** What the reader has chosen, as the URL says: resources or boxes of the picture, or an item that may not be drawn. */
export function useChosen({ state, change, amend }: GraphPlace, { boxes, nodes }: Picture) {
  const things = [...nodes, ...boxes];
  const chosen =
    state.chosen ?? (state.item === undefined ? undefined : things.find(({ index }) => index === state.item)?.id);
  const all = chosenIds({ chosen, also: state.also });
  /** Shows one thing; with `open`, its item or its facts open in the panel, else they close. */
  const choose = (id: string | undefined, { open, also = [] }: { open: boolean; also?: string[] }) => {
    const isOne = chosenIds({ chosen: id, also }).length === 1;
    const index = isOne ? things.find((each) => each.id === id)?.index : undefined;
    const next = {
      chosen: id,
      also,
      item: open ? index : undefined,
      details: open && index === undefined,
      itemJson: open && state.itemJson,
    };
    // Walking by keys leaves no trail.
    if (open) change(next);
    else amend(next);
  };
  /** Chooses these together. */
  const chooseAll = (ids: readonly string[]) => {
    const { chosen: first, also } = choiceOf(ids);
    choose(first, { open: first !== undefined, also });
  };
  return {
    /** What is walked from. */
    chosen,
    /** All that is chosen. */
    all,
    /** Whether the panel stands open. */
    isOpen: state.item !== undefined || (state.details && chosen !== undefined),
    choose,
    chooseAll,
    /** Goes to something; what is kept stays chosen. */
    walkTo: (id: string, how: { open: boolean }) => choose(id, { ...how, also: state.also }),
    /** Adds something to what is chosen, or takes it out. */
    toggle: (id: string) => chooseAll(toggled(all, id)),
    /** Keeps something chosen while one walks on, or no longer. */
    keep: (id: string) => amend({ chosen: id, also: toggled(state.also, id).slice(0, mostChosen) }),
    /** Closes the panel; what is chosen stays so. */
    close: () => change({ chosen, also: state.also, item: undefined, details: false, itemJson: false }),
  };
}
