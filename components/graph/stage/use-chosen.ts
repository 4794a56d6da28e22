import type { Picture } from '@/lib/graph/picture';
import type { GraphPlace } from '../page/use-graph-place';

/** What the reader has chosen, as the URL says: a resource or box of the picture, or an item that may not be drawn. */
export function useChosen({ state, change, amend }: GraphPlace, { boxes, nodes }: Picture) {
  const things = [...nodes, ...boxes];
  const chosen =
    state.chosen ?? (state.item === undefined ? undefined : things.find(({ index }) => index === state.item)?.id);
  return {
    chosen,
    /** Whether the panel stands open. */
    isOpen: state.item !== undefined || (state.details && chosen !== undefined),
    /** Marks something; with `open`, its item or its facts open in the panel, else they close. */
    choose(id: string | undefined, { open }: { open: boolean }) {
      const index = things.find((each) => each.id === id)?.index;
      const next = {
        chosen: id,
        item: open ? index : undefined,
        details: open && index === undefined,
        itemJson: open && state.itemJson,
      };
      // Walking by keys leaves no trail.
      if (open) change(next);
      else amend(next);
    },
    /** Closes the panel; what is chosen stays so. */
    close: () => change({ chosen, item: undefined, details: false, itemJson: false }),
  };
}
