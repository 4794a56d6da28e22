import type { Core, EdgeSingular, NodeSingular } from 'cytoscape';

type Element = NodeSingular | EdgeSingular;
type Pen = CanvasRenderingContext2D;

/** What is used here of cytoscape's renderer, of which its types say nothing. */
interface CanvasRenderer {
  /** The number of the canvas on which all is drawn that is not dragged by itself. */
  readonly NODE: number;
  readonly data: { canvases: HTMLCanvasElement[]; contexts: Pen[]; canvasNeedsRedraw: boolean[] };
  render(options?: { forcedContext?: Pen }): void;
  /** In the order in which they are drawn. */
  getCachedZSortedEles(): { nondrag: Element[] };
  getPixelRatio(): number;
  drawElement(pen: Pen, element: Element): void;
  drawCachedElement(pen: Pen, element: Element, pixelRatio: number, extent: unknown): void;
}

interface View {
  zoom: number;
  pan: { x: number; y: number };
}

/** Up to so many elements cytoscape draws within a frame once it has drawn them before: 1,000 in 20 ms, but 9,000 in 270 ms. */
const mostMoving = 700;
/** With what the browser does about it, a slice stays within a frame of 33 ms. */
const sliceMs = 12;
/** While the canvas moves, what is drawn moves with it. It is drawn anew when it has rested for so long. */
const restMs = 120;

/**
 * Draws what is on a canvas in slices where it is new or much: cytoscape draws all of it in one task, and again in each frame in which
 * the canvas is moved. A drawing is made out of sight and shown when it is whole; until then the one before is shown, moved and scaled
 * to where it belongs. With 2,000 nodes and 7,089 lines the longest task of opening is 97 ms, not 1,226, and that of a drag 55 ms, not
 * 525 (of the processor's time, two cores without a graphics card).
 */
export class SlicedDrawing {
  readonly #core: Core;
  readonly #renderer: CanvasRenderer;
  readonly #sheet = document.createElement('canvas');
  /** Where the canvas was when what it shows was drawn. */
  #shown: View;
  /** Where it was when a drawing was last asked for. */
  #asked: View;
  /** The drawing that is being made; undefined: none. */
  #drawing: object | undefined;
  #isOutdated = false;
  #isHeld = false;
  /** What is to be drawn has not been drawn before: for the first time 130 cards take 170 ms. */
  #isNew = false;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(core: Core) {
    this.#core = core;
    this.#renderer = (core as unknown as { renderer(): CanvasRenderer }).renderer();
    this.#shown = this.#asked = viewOf(core);
    const renderer = this.#renderer;
    const render = renderer.render.bind(renderer);
    renderer.render = (options) => {
      const { canvasNeedsRedraw } = renderer.data;
      if (!options?.forcedContext && canvasNeedsRedraw[renderer.NODE]) {
        if (this.#isHeld) {
          this.#moveTo(viewOf(core));
          return;
        }
        if (this.#isNew || core.elements().length > mostMoving) {
          canvasNeedsRedraw[renderer.NODE] = false;
          this.#ask();
        } else this.#stop();
      }
      // What is left for cytoscape is the rectangle of a selection, and the size of its canvases.
      render(options);
    };
    // Cytoscape draws all when its canvases get their size.
    renderer.render();
  }

  /** Shows what is drawn as it is until `release`: more is to come. */
  hold(): void {
    this.#isHeld = true;
  }

  /** Draws what has come since `hold`. */
  release(): void {
    this.#isHeld = false;
    this.#isNew = true;
    this.#asked = viewOf(this.#core);
    this.#core.forceRender();
  }

  /** Cytoscape draws by itself again. */
  #stop(): void {
    clearTimeout(this.#rest);
    this.#drawing = undefined;
    this.#shown = this.#asked = viewOf(this.#core);
    this.#moveTo(this.#shown);
  }

  #ask(): void {
    const view = viewOf(this.#core);
    const isMoved = !isSame(view, this.#asked);
    this.#asked = view;
    this.#moveTo(view);
    if (this.#drawing && !isMoved) {
      // It is shown before the next one begins: what asks all the time would never see any.
      this.#isOutdated = true;
      return;
    }
    this.#drawing = undefined;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#draw(), isMoved ? restMs : 0);
  }

  /** Moves what is drawn to where it belongs. */
  #moveTo({ zoom, pan }: View): void {
    const { style } = this.#renderer.data.canvases[this.#renderer.NODE] ?? this.#sheet;
    const scale = zoom / this.#shown.zoom;
    const [x, y] = [pan.x - this.#shown.pan.x * scale, pan.y - this.#shown.pan.y * scale];
    style.transformOrigin = '0 0';
    style.transform = scale === 1 && x === 0 && y === 0 ? '' : `translate(${x}px, ${y}px) scale(${scale})`;
  }

  #draw(): void {
    const core = this.#core;
    const canvas = this.#renderer.data.canvases[this.#renderer.NODE];
    const pen = this.#sheet.getContext('2d');
    if (core.destroyed() || !canvas || !pen) return;
    const drawing = {};
    this.#drawing = drawing;
    this.#isOutdated = false;
    const view = viewOf(core);
    const extent = core.extent();
    const ratio = this.#renderer.getPixelRatio();
    // A new size makes a canvas empty.
    this.#sheet.width = canvas.width;
    this.#sheet.height = canvas.height;
    pen.setTransform(view.zoom * ratio, 0, 0, view.zoom * ratio, view.pan.x * ratio, view.pan.y * ratio);
    const elements = this.#renderer.getCachedZSortedEles().nondrag;
    let next = 0;
    const drawSlice = () => {
      if (this.#drawing !== drawing || core.destroyed()) return;
      const end = performance.now() + sliceMs;
      while (next < elements.length && performance.now() < end) {
        const element = elements[next++];
        if (element?.inside()) this.#drawElement(pen, element, ratio, extent);
      }
      if (next < elements.length) requestAnimationFrame(drawSlice);
      else this.#show(view);
    };
    drawSlice();
  }

  #drawElement(pen: Pen, element: Element, ratio: number, extent: Extent): void {
    // Cytoscape keeps a bitmap of each element. That of a long line is large, and takes longer to copy than the line to draw.
    if (element.isNode()) this.#renderer.drawCachedElement(pen, element, ratio, extent);
    else if (isNear(element.boundingBox(), extent)) this.#renderer.drawElement(pen, element);
  }

  #show(view: View): void {
    const { data, NODE } = this.#renderer;
    const pen = data.contexts[NODE];
    this.#drawing = undefined;
    this.#isNew = false;
    if (!pen) return;
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, pen.canvas.width, pen.canvas.height);
    pen.drawImage(this.#sheet, 0, 0);
    this.#shown = view;
    this.#moveTo(viewOf(this.#core));
    if (this.#isOutdated) this.#core.forceRender();
  }
}

type Extent = ReturnType<Core['extent']>;

function viewOf(core: Core): View {
  return { zoom: core.zoom(), pan: { ...core.pan() } };
}

function isSame(a: View, b: View): boolean {
  return a.zoom === b.zoom && a.pan.x === b.pan.x && a.pan.y === b.pan.y;
}

function isNear(box: Pick<Extent, 'x1' | 'x2' | 'y1' | 'y2'>, extent: Extent): boolean {
  return box.x1 <= extent.x2 && box.x2 >= extent.x1 && box.y1 <= extent.y2 && box.y2 >= extent.y1;
}
