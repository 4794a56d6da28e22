import type { Core, EventObject, NodeSingular } from 'cytoscape';
import type { Rectangle } from '@/lib/graph/picture';

export interface CanvasEvents {
  /** A resource or box, or undefined for the empty canvas; `adding`: to what is chosen, by a key that is held. */
  onChoose(id: string | undefined, adding: boolean): void;
  /** A rectangle was drawn round these. */
  onChooseWithin?(ids: readonly string[], adding: boolean): void;
  /** Something was double-clicked. */
  onOpen(id: string): void;
  /** Somebody asks what can be done with something: by the other button, or with a finger that rests on it. `at` is in pixels of the canvas' element. */
  onMenu?(id: string, at: { x: number; y: number }): void;
  /** The pointer is over something, drawn in this rectangle of the canvas' element; undefined: over nothing any more. */
  onPoint(pointed: { id: string; at: Rectangle } | undefined): void;
  /** The part of the picture that is in sight has changed. */
  onSight(sight: Rectangle): void;
}

/** Tells what a pointer, or a finger, does to what is drawn. */
export function listen(core: Core, container: HTMLElement, events: CanvasEvents): void {
  /** A finger rested on something: to lift it chooses nothing. */
  let isHeld = false;
  // Not `tap`: the first click of a double click must not open anything, for what opens moves the canvas under the second.
  core.on('onetap', (event) => {
    if (isHeld) isHeld = false;
    else events.onChoose(nodeIdOf(event, core), isAdding(event));
  });
  core.on('boxstart', () => events.onPoint(undefined));
  core.on('boxend', (event) => {
    const within: string[] = [];
    const note = ({ target }: EventObject) => within.push(target.id());
    core.on('box', 'node', note);
    // All that lies in the rectangle is told before the event is over.
    queueMicrotask(() => {
      core.off('box', 'node', note);
      events.onChooseWithin?.(within, isControlHeld(event));
    });
  });
  core.on('cxttap', (event) => askMenu(event, core, events));
  core.on('tapstart', () => {
    isHeld = false;
  });
  core.on('taphold', (event) => {
    // A mouse has a button for it.
    if (!(event.originalEvent instanceof MouseEvent)) isHeld = askMenu(event, core, events);
  });
  core.on('dbltap', 'node', (event) => events.onOpen(event.target.id()));
  core.on('mouseover', 'node, edge', (event) => {
    container.style.cursor = 'pointer';
    event.target.addClass('pointed');
    const { x1, y1, w, h } = event.target.renderedBoundingBox({ includeLabels: false, includeOverlays: false });
    events.onPoint({ id: event.target.id(), at: { x: x1, y: y1, width: w, height: h } });
  });
  core.on('mouseout', 'node, edge', (event) => {
    container.style.cursor = '';
    event.target.removeClass('pointed');
    events.onPoint(undefined);
  });
  // Where the pointer leaves the canvas from something on it, that hears nothing of it.
  core.on('mouseout', ({ target }) => {
    if (target === core) events.onPoint(undefined);
  });
}

/** Says whether there was something to ask about. */
function askMenu(event: EventObject, core: Core, events: CanvasEvents): boolean {
  const id = nodeIdOf(event, core);
  if (id === undefined || !events.onMenu) return false;
  events.onPoint(undefined);
  events.onMenu(id, { ...event.renderedPosition });
  return true;
}

/** Whether a key was held that adds to what is chosen. */
function isAdding(event: EventObject): boolean {
  const { shiftKey } = (event.originalEvent ?? {}) as Partial<MouseEvent>;
  return shiftKey === true || isControlHeld(event);
}

function isControlHeld({ originalEvent }: EventObject): boolean {
  const { ctrlKey, metaKey } = (originalEvent ?? {}) as Partial<MouseEvent>;
  return ctrlKey === true || metaKey === true;
}

/** The node that was hit; of an edge its source. */
function nodeIdOf({ target }: EventObject, core: Core): string | undefined {
  if (target === core) return undefined;
  return (target as NodeSingular).isNode() ? target.id() : target.source().id();
}
