import type { Core, StylesheetJson } from 'cytoscape';
import type { Picture } from '@/lib/graph/picture';
import type { Palette } from '@/lib/graph/style/palette';
import { stylesheet } from '../../style/stylesheet';
import { type CanvasElement, elementsOf } from '../elements';
import { loadCytoscape } from './load-cytoscape';
import { type CanvasEvents, listen } from './pointer-events';
import { SlicedDrawing } from './sliced-drawing';
import { Viewport } from './viewport';

/** A canvas that shows pictures: everything on it has its place already. */
export interface GraphCanvas {
  /**
   * Shows a picture. What is in it already stays the same thing on the canvas. With an anchor, that stays where it is in the window; with
   * `all`, everything comes into sight, or of what is too much to be read the part round `begin`. Resolves when it is on the canvas, at once
   * where little is new; until then the picture before is seen. Another picture takes its place on the way.
   */
  show(picture: Picture, look: { anchor?: string; all?: boolean; begin?: string }): Promise<void>;
  paint(palette: Palette): void;
  /** Marks resources and boxes and their lines, and nothing else. */
  choose(ids: readonly string[]): void;
  /** What is in sight. */
  readonly viewport: Viewport;
  destroy(): void;
}

const largestZoom = 4;
/** So many elements are added in one frame: for cytoscape to find the style and the size of 9,000 takes 1.2 s. */
const mostInFrame = 150;
/** Elements are made at once for so many resources and lines. */
const mostMade = 1000;
/** Below these zooms captions are larger and tell less. */
const farBelow = { far: 0.7, farther: 0.22 };

/** Loads cytoscape, which must not happen on the server, and makes an empty canvas in `container`. */
export async function createCanvas(container: HTMLElement, first: Palette, events: CanvasEvents): Promise<GraphCanvas> {
  const { default: cytoscape } = await loadCytoscape();
  let palette = first;
  let shown: Picture = { boxes: [], nodes: [], edges: [] };
  const drawn = new Map<string, CanvasElement>();
  let chosen: readonly string[] = [];
  /** The distance for which titles are; what is new has none. Not in the scratch of cytoscape, which finds all styles anew when that changes. */
  let titledFor: string | undefined;
  /** A picture was to come into sight as a whole, and is not on the canvas yet. */
  let isFitAwaited = false;
  const cy = start();
  const viewport = new Viewport(cy);
  const drawing = new SlicedDrawing(cy);

  function start(): Core {
    const core = cytoscape({
      container,
      style: stylesheet(palette) as unknown as StylesheetJson,
      minZoom: 0.01,
      maxZoom: largestZoom,
      // A drag with Shift or Ctrl draws a rectangle. What lies in it is told; what is chosen, the page says.
      boxSelectionEnabled: events.onChooseWithin !== undefined,
      autounselectify: true,
    });
    let size = { width: core.width(), height: core.height() };
    core.on('resize', () => {
      const shift = { x: (core.width() - size.width) / 2, y: (core.height() - size.height) / 2 };
      size = { width: core.width(), height: core.height() };
      if (viewport.movedByHand) core.panBy(shift);
      else viewport.reopen();
    });
    core.on('dragpan scrollzoom pinchzoom', () => {
      viewport.movedByHand = true;
      events.onPoint(undefined);
    });
    listen(core, container, events);
    core.on('viewport', onceAFrame(lookAround));
    return core;
  }

  /** Adapts captions to how far away all is, and tells what is in sight. */
  function lookAround(): void {
    if (cy.destroyed()) return;
    const zoom = cy.zoom();
    const distance = zoom < farBelow.farther ? 'farther' : zoom < farBelow.far ? 'far' : '';
    if (titledFor !== distance) {
      titledFor = distance;
      cy.batch(() => {
        const captioned = cy.nodes('.box, .card, .strip');
        captioned.removeClass('far farther');
        if (distance) captioned.addClass(distance === 'far' ? 'far' : 'far farther');
      });
      // Else cytoscape keeps the sizes that it found for captions before, and cuts larger ones off. Its types do not know of it.
      (cy.nodes('.box, .card, .strip') as unknown as { updateStyle(): void }).updateStyle();
    }
    events.onSight(viewport.sight());
  }

  function mark(): void {
    cy.elements('.chosen, .near').removeClass('chosen near');
    for (const id of chosen) {
      const node = cy.getElementById(id);
      node.addClass('chosen');
      node.connectedEdges().addClass('near');
    }
  }

  /** Brings the canvas' elements in step with those of a picture, except that what is new is only told. What is the same is not touched. */
  function update(elements: readonly CanvasElement[]): CanvasElement[] {
    const stays = new Map(elements.map((element) => [element.data.id, element]));
    const isMoved = (a: CanvasElement, b: CanvasElement) =>
      a.data.source !== b.data.source || a.data.target !== b.data.target;
    const fresh: CanvasElement[] = [];
    cy.batch(() => {
      for (const [id, before] of drawn) {
        const now = stays.get(id);
        if (now !== undefined && !isMoved(before, now)) continue;
        cy.getElementById(id).remove();
        drawn.delete(id);
      }
      for (const element of elements) {
        const before = drawn.get(element.data.id);
        if (before === undefined) fresh.push(element);
        else if (before !== element) {
          const known = cy.getElementById(element.data.id);
          known.data(element.data);
          known.classes(element.classes);
          if (element.position) known.position(element.position);
          drawn.set(element.data.id, element);
        }
      }
    });
    titledFor = undefined;
    return fresh;
  }

  function add(elements: readonly CanvasElement[]): void {
    // Where colours change while a picture is added, all of it has been added then.
    const fresh = elements.filter(({ data }) => !drawn.has(data.id));
    // Cytoscape finds styles and sizes when they are asked for: here, so that it need not be for all at once later on.
    cy.add(fresh).boundingBox();
    for (const element of fresh) drawn.set(element.data.id, element);
  }

  /** Adds elements, many of them in several frames. Says whether the picture is still the one that is wanted. */
  async function addAll(elements: readonly CanvasElement[], isWanted: () => boolean): Promise<boolean> {
    for (let from = 0; from < elements.length; from += mostInFrame) {
      if (from > 0) await nextFrame();
      if (!isWanted()) return false;
      add(elements.slice(from, from + mostInFrame));
    }
    return true;
  }

  return {
    async show(picture, { anchor, all, begin }) {
      isFitAwaited ||= all || shown.boxes.length + shown.nodes.length === 0;
      shown = picture;
      const isWanted = () => shown === picture && !cy.destroyed();
      // To make 9,000 elements takes 40 ms: not in the task in which the page has made the picture.
      if (picture.nodes.length + picture.edges.length > mostMade) await nextFrame();
      if (!isWanted()) return;
      const corner = () => cornerOf(cy, anchor);
      const before = corner();
      const fresh = update(elementsOf(picture, palette));
      drawing.hold();
      if (fresh.length <= mostInFrame) add(fresh);
      else if (!(await addAll(fresh, isWanted))) return;
      const after = corner();
      if (isFitAwaited) viewport.open(begin);
      else if (before && after) {
        cy.panBy({ x: before.x - after.x, y: before.y - after.y });
        viewport.bringIn(cy.getElementById(anchor ?? ''));
      }
      isFitAwaited = false;
      mark();
      lookAround();
      drawing.release();
    },

    paint(next) {
      palette = next;
      cy.style(stylesheet(palette) as unknown as StylesheetJson);
      add(update(elementsOf(shown, palette)));
      mark();
      lookAround();
    },

    choose(ids) {
      chosen = ids;
      mark();
    },

    viewport,

    destroy() {
      // It tells of another size of its element a moment late, when there may be nothing left to bring into sight.
      cy.removeAllListeners();
      cy.destroy();
    },
  };
}

/** The left upper corner of a node in the window; undefined where it is not there. */
function cornerOf(cy: Core, id: string | undefined): { x: number; y: number } | undefined {
  const node = id === undefined ? undefined : cy.getElementById(id);
  if (!node?.nonempty() || !node.isNode()) return undefined;
  const { x, y } = node.renderedPosition();
  return { x: x - node.renderedWidth() / 2, y: y - node.renderedHeight() / 2 };
}

/** Resolves in the next frame of the screen. */
function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

/** At most one call for each frame of the screen. */
function onceAFrame(act: () => void): () => void {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      act();
    });
  };
}
