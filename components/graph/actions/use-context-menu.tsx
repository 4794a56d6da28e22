import { type RefObject, useState } from 'react';
import { countText } from '@/components/ui/bytes';
import type { Picture } from '@/lib/graph/picture';
import type { GraphPlace } from '../page/use-graph-place';
import { nameIn } from '../stage/stage-words';
import type { Actions } from './action';
import { ContextMenu } from './context-menu';

interface ContextMenuOf {
  place: GraphPlace;
  picture: Picture;
  /** All that is chosen: who asks for the menu on one of these asks for all of them. */
  chosen: readonly string[];
  actionsFor(ids: readonly string[]): Actions;
  /** The element that is drawn in: it gets the focus back. */
  canvas: RefObject<HTMLElement | null>;
}

/** The menu of what is drawn: the way to ask for it, and the menu itself while it stands open. */
export function useContextMenu({ place, picture, chosen, actionsFor, canvas }: ContextMenuOf) {
  const [menu, setMenu] = useState<{ id: string; at: { x: number; y: number } }>();
  const asked = menu === undefined ? [] : chosen.includes(menu.id) ? chosen : [menu.id];
  return {
    /** Shows what can be done with something, at a point of the canvas. */
    ask(id: string, { x, y }: { x: number; y: number }) {
      const { offsetLeft = 0, offsetTop = 0 } = canvas.current ?? {};
      setMenu({ id, at: { x: x + offsetLeft, y: y + offsetTop } });
    },
    contextMenu: menu && (
      <ContextMenu
        place={place}
        name={asked.length > 1 ? `${countText(asked.length)} chosen` : nameIn(picture, menu.id)}
        actions={actionsFor(asked)}
        at={menu.at}
        onClose={(how) => {
          setMenu(undefined);
          if (how !== 'leave') canvas.current?.focus({ preventScroll: true });
        }}
      />
    ),
  };
}
