import cytoscape from 'cytoscape';
import { afterEach, expect, test } from 'vitest';
import { Viewport } from './viewport';

const cores: cytoscape.Core[] = [];
// Each draws on and on until it is ended, by whatever clock the next test has.
afterEach(() => {
  for (const core of cores.splice(0)) core.destroy();
});

/** A canvas of 1,000 by 600 without a page, with one thing of 100 by 40 at each place. */
function viewportOf(places: Record<string, { x: number; y: number }>) {
  const core = cytoscape({
    ...{ headless: true, styleEnabled: true, maxZoom: 4, layout: { name: 'preset', fit: false } },
    style: [{ selector: 'node', style: { width: 100, height: 40, shape: 'rectangle' } }],
    elements: Object.entries(places).map(([id, position]) => ({ data: { id }, position })),
  });
  cores.push(core);
  const cy = Object.assign(core, { width: () => 1000, height: () => 600 });
  return { cy, viewport: new Viewport(cy) };
}

const boxOf = (cy: cytoscape.Core, id: string) => cy.getElementById(id).renderedBoundingBox({ includeLabels: false });

test('what the panel would cover is moved out from under it, and nothing else', () => {
  const { cy, viewport } = viewportOf({ left: { x: 200, y: 300 }, right: { x: 900, y: 300 } });
  expect(viewport.uncover('left')).toBe(true);
  expect(cy.pan()).toEqual({ x: 0, y: 0 });
  expect(viewport.uncover('right')).toBe(true);
  expect(boxOf(cy, 'right').x2).toBeLessThanOrEqual(540);
  expect(viewport.uncover('gone')).toBe(false);
});

test('what is in sight and can be read is left where it is; what is not, is brought there', () => {
  const { cy, viewport } = viewportOf({ here: { x: 500, y: 300 }, far: { x: 9000, y: 300 } });
  viewport.movedByHand = true;
  viewport.reveal('here');
  expect(cy.pan()).toEqual({ x: 0, y: 0 });
  viewport.reveal('far');
  const { x1, x2 } = boxOf(cy, 'far');
  expect(x1).toBeGreaterThan(0);
  expect(x2).toBeLessThan(1000);
});

test('a box that was unfolded comes into sight by the shortest way', () => {
  const { cy, viewport } = viewportOf({ box: { x: 980, y: -10 } });
  viewport.bringIn(cy.getElementById('box'));
  const { x2, y1 } = boxOf(cy, 'box');
  expect(x2).toBeCloseTo(1000 - 16, 0);
  expect(y1).toBeCloseTo(16, 0);
});

test('a picture opens as a whole, and where that could not be read with what it begins at in the middle', () => {
  const row = (to: number) => ({ first: { x: 0, y: 0 }, last: { x: to, y: 0 } });
  const small = viewportOf(row(1200));
  small.viewport.open('last');
  expect(boxOf(small.cy, 'first').x1).toBeGreaterThan(0);
  expect(boxOf(small.cy, 'last').x2).toBeLessThan(1000);
  const large = viewportOf(row(9000));
  large.viewport.open('last');
  const { x1, x2, w } = boxOf(large.cy, 'last');
  expect((x1 + x2) / 2).toBeCloseTo(500, 0);
  expect(w).toBeGreaterThanOrEqual(50);
  large.viewport.fit();
  expect(boxOf(large.cy, 'first').x1).toBeGreaterThan(0);
  expect(boxOf(large.cy, 'last').x2).toBeLessThan(1000);
});
