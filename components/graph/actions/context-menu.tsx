import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useRef, useState } from 'react';
import { useFollow } from '@/components/layout/use-follow';
import type { GraphPlace } from '../page/use-graph-place';
import type { Action, Actions } from './action';
import { nextEntry, withinStage } from './menu-moves';

interface ContextMenuProps {
  place: GraphPlace;
  /** What it is about. */
  name: string;
  actions: Actions;
  /** Where it was asked for, on the element that it stands in. */
  at: { x: number; y: number };
  /** It is done; `leave`: the focus is where the reader put it. */
  onClose(how?: 'leave'): void;
}

/** What can be done with something on the canvas, beside it. Arrows walk through it, Enter does it, Escape closes it. */
export function ContextMenu({ place, name, actions, at, onClose }: ContextMenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const [corner, setCorner] = useState<{ left: number; top: number }>();
  const follow = useFollow();
  const { x, y } = at;
  useLayoutEffect(() => {
    const { current } = menu;
    const stage = current?.offsetParent;
    if (!current || !stage) return;
    const room = { width: stage.clientWidth, height: stage.clientHeight };
    setCorner(withinStage({ x, y }, { width: current.offsetWidth, height: current.offsetHeight }, room));
    entriesOf(current)[0]?.focus({ preventScroll: true });
  }, [x, y]);

  const onKeyDown = (event: KeyboardEvent) => {
    const entries = entriesOf(menu.current);
    const { activeElement } = document;
    const now = activeElement instanceof HTMLElement ? entries.indexOf(activeElement) : -1;
    const next = nextEntry(entries.length, now, event.key);
    if (next !== undefined) entries[next]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else if (event.key === ' ' && now >= 0) entries[now]?.click();
    else return;
    event.preventDefault();
  };
  const entry = (action: Action) => {
    const { title } = action;
    const shared = { role: 'menuitem', tabIndex: -1, className: 'graph-menu-entry' };
    if ('act' in action) {
      const act = () => {
        onClose();
        action.act();
      };
      return (
        <button key={title} type="button" {...shared} onClick={act}>
          {title}
        </button>
      );
    }
    const href = 'to' in action ? place.href(action.to) : action.page;
    const go = (event: MouseEvent) => {
      // A click with a key opens it beside this page, as with any link.
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      onClose();
      const { follow: here } = place;
      const followEvent = { preventDefault: () => event.preventDefault(), detail: { href } };
      if ('to' in action) here(followEvent);
      else follow(followEvent);
    };
    return (
      <a key={title} href={href} {...shared} onClick={go}>
        {title}
      </a>
    );
  };
  const groups = [
    { title: 'Views', entries: actions.views },
    { title: 'Picture', entries: actions.picture },
    { title: 'More', entries: actions.others },
  ].filter(({ entries }) => entries.length > 0);
  return (
    <div
      ref={menu}
      role="menu"
      aria-label={name}
      className="graph-menu"
      style={{ insetInlineStart: corner?.left ?? 0, insetBlockStart: corner?.top ?? 0 }}
      onKeyDown={onKeyDown}
      onBlur={({ relatedTarget, currentTarget }) => {
        if (!currentTarget.contains(relatedTarget)) onClose('leave');
      }}
    >
      <div className="graph-menu-name" role="presentation">
        {name}
      </div>
      {groups.map(({ title, entries }) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of a menu is no set of fields.
        <div key={title} role="group" aria-label={title}>
          {entries.map(entry)}
        </div>
      ))}
    </div>
  );
}

function entriesOf(menu: HTMLDivElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
}
