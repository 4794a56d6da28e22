import type { CollectionReturnValue, Core } from 'cytoscape';
import type { Rectangle } from '@/lib/graph/picture';

interface Shift {
  x: number;
  y: number;
}

const largest = { fit: 1.6, hand: 4 };
/** Where the panel covers the canvas, as stage.css has it: on its right, or on narrow ones all below a part of the height. */
const panel = { width: 460, narrow: 688, top: 0.42 };
const air = 16;
/** On narrow canvases the buttons and the legend take so much of its lower border. */
const buttons = 48;
/** What would open with a smaller zoom than the least cannot be read: it opens larger, in part. */
const opening = { least: 0.5, part: 0.6 };
/** The smallest zoom at which a card can be read without trouble. */
const legible = 0.75;

/** What is in sight of a canvas, and the ways to see something else. */
export class Viewport {
  /** Once the reader has moved the canvas, it is not fitted again behind his back. */
  movedByHand = false;
  readonly #core: Core;
  #begin: string | undefined;

  constructor(core: Core) {
    this.#core = core;
  }

  /** The part of the picture that is in sight. */
  sight(): Rectangle {
    const { x1: x, y1: y, w: width, h: height } = this.#core.extent();
    return { x, y, width, height };
  }

  /** Where something is drawn, in pixels of the canvas' element; undefined where it is not drawn. */
  placeOf(id: string): Rectangle | undefined {
    const node = this.#core.getElementById(id);
    if (node.empty()) return undefined;
    const { x1: x, y1: y, w: width, h: height } = node.renderedBoundingBox({ includeLabels: false });
    return { x, y, width, height };
  }

  /** Brings everything into sight, a small picture little larger than life. */
  fit(): void {
    const cy = this.#core;
    this.movedByHand = false;
    this.#begin = undefined;
    if (cy.nodes().empty()) return;
    const [width, height] = [cy.width(), cy.width() <= panel.narrow ? cy.height() - buttons : cy.height()];
    const margin = 2 * Math.min(28, width / 30);
    const { x1, y1, w, h } = cy.elements().boundingBox();
    const zoom = Math.min(largest.fit, (width - margin) / w, (height - margin) / h);
    cy.viewport({ zoom, pan: { x: width / 2 - zoom * (x1 + w / 2), y: height / 2 - zoom * (y1 + h / 2) } });
  }

  /** Opens a picture with everything in sight, or where that would be too small to be read, with what it begins at in the middle. */
  open(begin: string | undefined): void {
    const cy = this.#core;
    this.fit();
    this.#begin = begin;
    const node = begin === undefined ? undefined : cy.getElementById(begin);
    if (!node?.nonempty() || cy.zoom() >= opening.least) return;
    cy.zoom(opening.part);
    cy.center(node);
  }

  /** Opens the picture once more, in a canvas of another size. */
  reopen(): void {
    this.open(this.#begin);
  }

  /** Brings something into sight, large enough to be read. Nothing happens where it is in sight so. */
  reveal(id: string): void {
    const cy = this.#core;
    const node = cy.getElementById(id);
    if (node.empty()) return;
    const { x1, y1, x2, y2 } = node.renderedBoundingBox({ includeLabels: false });
    const isInSight = x1 >= 0 && y1 >= 0 && x2 <= cy.width() && y2 <= cy.height();
    if (isInSight && (cy.zoom() >= legible || !this.movedByHand)) return;
    this.movedByHand = true;
    cy.zoom(Math.max(cy.zoom(), legible));
    const { w, h } = node.renderedBoundingBox({ includeLabels: false });
    if (w > cy.width() || h > cy.height()) cy.fit(node, air);
    else cy.center(node);
  }

  /** Moves the canvas so that the panel does not cover something. Says whether it is drawn at all. */
  uncover(id: string): boolean {
    const cy = this.#core;
    const node = cy.getElementById(id);
    if (node.empty()) return false;
    const { x1, y1, x2, y2 } = node.renderedBoundingBox({ includeLabels: false });
    const isBelow = cy.width() <= panel.narrow;
    const [right, bottom] = isBelow ? [cy.width(), panel.top * cy.height()] : [cy.width() - panel.width, cy.height()];
    // Never so far that its beginning leaves on the other side.
    const x = -Math.max(0, Math.min(x2 - right + air, x1 - air));
    const y = -Math.max(0, Math.min(y2 - bottom + air, y1 - air));
    if (x !== 0 || y !== 0) this.panBy({ x, y });
    return true;
  }

  /** Moves the canvas no farther than it takes to see all of something; away from it where it is too large. */
  bringIn(node: CollectionReturnValue): void {
    const cy = this.#core;
    const { x1, y1, x2, y2, w, h } = node.renderedBoundingBox({ includeLabels: false });
    const [width, height] = [cy.width(), cy.height()];
    if (w > width || h > height) {
      cy.fit(node, air);
      return;
    }
    const shift = (from: number, to: number, room: number) => Math.max(0, air - from) - Math.max(0, to - room + air);
    cy.panBy({ x: shift(x1, x2, width), y: shift(y1, y2, height) });
  }

  zoomBy(factor: number): void {
    const cy = this.#core;
    this.movedByHand = true;
    cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
  }

  /** Moves the canvas by so many pixels of the window. */
  panBy(shift: Shift): void {
    this.movedByHand = true;
    this.#core.panBy(shift);
  }

  /** Brings this point of the picture into the middle. */
  lookAt({ x, y }: Shift): void {
    const cy = this.#core;
    this.movedByHand = true;
    const zoom = cy.zoom();
    cy.pan({ x: cy.width() / 2 - x * zoom, y: cy.height() / 2 - y * zoom });
  }
}
