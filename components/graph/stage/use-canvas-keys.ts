import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Picture } from '@/lib/graph/picture';
import { type Way, walk } from '@/lib/graph/walk';
import type { GraphCanvas } from '../canvas/cytoscape/picture-canvas';

interface CanvasKeys {
  picture: Picture;
  chosen: string | undefined;
  canvas: GraphCanvas | undefined;
  walkTo(id: string): void;
  open(id: string): void;
  fold(id: string): void;
  /** Shows what can be done with it. */
  ask(id: string): void;
  /** Chooses all that is drawn. */
  chooseAll(): void;
  /** Keeps it chosen while one walks on, or no longer. */
  keep(id: string): void;
  escape(): void;
}

const ways: Record<string, Way> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };
const shifts: Record<Way, { x: number; y: number }> = {
  left: { x: 90, y: 0 },
  right: { x: -90, y: 0 },
  up: { x: 0, y: 90 },
  down: { x: 0, y: -90 },
};

/** What the keys do while the canvas has the focus. */
export function useCanvasKeys(keys: CanvasKeys): (event: KeyboardEvent) => void {
  return (event) => {
    const { picture, chosen, canvas } = keys;
    const isControl = event.ctrlKey || event.metaKey;
    if (event.altKey || (isControl && event.key !== 'a')) return;
    const way = ways[event.key];
    if (isControl) keys.chooseAll();
    else if (way && event.shiftKey) canvas?.viewport.panBy(shifts[way]);
    else if (way) {
      const next = walk(picture, chosen, way);
      if (next !== undefined) keys.walkTo(next);
    } else if (event.key === 'Enter' && chosen !== undefined) {
      if (event.shiftKey) keys.keep(chosen);
      else keys.open(chosen);
    } else if (event.key === ' ' && chosen !== undefined) keys.fold(chosen);
    else if (isMenuKey(event) && chosen !== undefined) keys.ask(chosen);
    else if (event.key === 'Escape') keys.escape();
    else if (event.key === '+' || event.key === '=') canvas?.viewport.zoomBy(1.3);
    else if (event.key === '-') canvas?.viewport.zoomBy(1 / 1.3);
    else if (event.key === '0') canvas?.viewport.fit();
    else return;
    event.preventDefault();
  };
}

/** The key for a context menu, and what stands for it on keyboards without one. */
function isMenuKey({ key, shiftKey }: KeyboardEvent): boolean {
  return key === 'ContextMenu' || (key === 'F10' && shiftKey);
}

/** The keys that work wherever the focus is, unless something is being typed or a dialog asks for something. */
export function usePageKeys({ find, showKeys }: { find: () => void; showKeys: () => void }): void {
  const latest = useRef({ find, showKeys });
  useEffect(() => {
    latest.current = { find, showKeys };
  });
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const { target } = event;
      const isElsewhere =
        target instanceof HTMLElement &&
        (target.isContentEditable || target.closest('input, textarea, select, [role="dialog"]') !== null);
      if (isElsewhere || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === '/') latest.current.find();
      else if (event.key === '?') latest.current.showKeys();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
