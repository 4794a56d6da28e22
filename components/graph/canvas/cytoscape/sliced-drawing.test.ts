import type { Core } from 'cytoscape';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SlicedDrawing } from './sliced-drawing';

let clock = 0;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
  vi.stubGlobal('requestAnimationFrame', (act: () => void) => setTimeout(act, 16));
  vi.stubGlobal('document', { createElement: sheet });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function sheet() {
  const canvas = { width: 100, height: 100, style: { transform: '', transformOrigin: '' }, getContext: () => pen };
  const pen = { canvas, setTransform: vi.fn(), clearRect: vi.fn(), drawImage: vi.fn() };
  return canvas;
}

/** A canvas with so many elements, each of which takes a millisecond to draw; `frame` is what cytoscape does when something has changed. */
function drawingOf(count: number) {
  const canvas = sheet();
  const view = { zoom: 1, pan: { x: 0, y: 0 } };
  const drawn: unknown[] = [];
  const elements = Array.from({ length: count }, () => ({ inside: () => true, isNode: () => true }));
  const byCytoscape = vi.fn();
  const renderer = {
    NODE: 0,
    data: { canvases: [canvas], contexts: [canvas.getContext()], canvasNeedsRedraw: [true] },
    render() {
      if (this.data.canvasNeedsRedraw[0]) byCytoscape();
      this.data.canvasNeedsRedraw[0] = false;
    },
    getCachedZSortedEles: () => ({ nondrag: elements }),
    getPixelRatio: () => 1,
    drawCachedElement(_pen: unknown, element: unknown) {
      clock += 1;
      drawn.push(element);
    },
  };
  const frame = () => {
    renderer.data.canvasNeedsRedraw[0] = true;
    renderer.render();
  };
  const core = {
    ...{ renderer: () => renderer, elements: () => elements, extent: () => ({ x1: 0, y1: 0, x2: 100, y2: 100 }) },
    ...{ destroyed: () => false, zoom: () => view.zoom, pan: () => view.pan, forceRender: frame },
  };
  const drawing = new SlicedDrawing(core as unknown as Core);
  byCytoscape.mockClear();
  return { drawing, frame, view, drawn, elements, byCytoscape, canvas, shown: canvas.getContext().drawImage };
}

test('many elements are drawn in order, in slices, and shown when all of them are', () => {
  const { frame, drawn, elements, shown, byCytoscape } = drawingOf(1000);
  frame();
  vi.advanceTimersByTime(5);
  expect(drawn.length).toBeLessThan(50);
  expect(shown).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(drawn).toEqual(elements);
  expect(shown).toHaveBeenCalledTimes(1);
  expect(byCytoscape).not.toHaveBeenCalled();
});

test('what asks to be drawn during a drawing is drawn after it, once', () => {
  const { frame, shown } = drawingOf(1000);
  frame();
  vi.advanceTimersByTime(40);
  frame();
  frame();
  vi.runAllTimers();
  expect(shown).toHaveBeenCalledTimes(2);
});

test('while the canvas moves, what is drawn moves with it, and is drawn anew at rest', () => {
  const { frame, view, drawn, shown, canvas } = drawingOf(1000);
  frame();
  vi.runAllTimers();
  for (let step = 1; step <= 5; step++) {
    view.pan = { x: 10 * step, y: 0 };
    frame();
    vi.advanceTimersByTime(16);
  }
  expect(canvas.style.transform).toBe('translate(50px, 0px) scale(1)');
  expect(drawn).toHaveLength(1000);
  vi.runAllTimers();
  expect(shown).toHaveBeenCalledTimes(2);
  expect(canvas.style.transform).toBe('');
});

test('few elements are drawn in slices when they are new, and by cytoscape after that', () => {
  const { drawing, frame, drawn, byCytoscape } = drawingOf(100);
  drawing.hold();
  frame();
  expect(drawn).toHaveLength(0);
  drawing.release();
  vi.runAllTimers();
  expect(drawn).toHaveLength(100);
  expect(byCytoscape).not.toHaveBeenCalled();
  frame();
  expect(byCytoscape).toHaveBeenCalledTimes(1);
  expect(drawn).toHaveLength(100);
});
