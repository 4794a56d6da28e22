import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import { build } from 'esbuild';
import { drawio } from '@/lib/graph/export/drawio';
import { mermaid } from '@/lib/graph/export/mermaid';
import { type EmbeddedFont, svg } from '@/lib/graph/export/svg/svg';
import { hostileNames, hostilePicture, pictureNode } from '@/lib/graph/export/test-picture';
import type { Picture } from '@/lib/graph/picture';
import { checkA11y } from './fixtures/accessibility';
import { settled } from './fixtures/canvas';
import { deliverSnapshot } from './fixtures/dashboard';
import { readingTest as test } from './fixtures/test';

const require = createRequire(import.meta.url);

/** The fonts of the page, out of the style sheet that has them. */
async function openSans(): Promise<EmbeddedFont[]> {
  const css = await readFile(require.resolve('@cloudscape-design/global-styles/index.css'), 'utf8');
  return [400, 700].map((weight) => {
    const face = new RegExp(`font-weight: ${weight};\\s+font-style: normal;\\s+src: url\\('(data:[^']+)'`).exec(css);
    return { family: 'Open Sans', weight, source: face?.[1] ?? '' };
  });
}

test('an SVG shows hostile names as they are, each within its card, and runs nothing of them', async ({ page }) => {
  page.on('dialog', () => {
    throw new Error('A script of a name ran.');
  });
  const fonts = await openSans();
  const picture = hostilePicture();
  for (const mode of ['light', 'dark'] as const) {
    const content = svg(picture, { mode, title: hostileNames[0], fonts });
    await page.goto(`data:image/svg+xml;base64,${Buffer.from(content).toString('base64')}`);
    const seen = await page.evaluate(async () => {
      const faces = await document.fonts.load("12px 'Open Sans'");
      const cards = [...document.querySelectorAll('g.resource')].map((card) => {
        const right = (element: Element | null) => element?.getBoundingClientRect().right ?? 0;
        const width = card.querySelector('rect')?.getBoundingClientRect().width ?? 0;
        const texts = [...card.querySelectorAll('text')].filter((text) => !text.hasAttribute('text-anchor'));
        return { width, over: Math.max(...texts.map(right)) - right(card.querySelector('rect')) };
      });
      return { faces: faces.length, scripts: document.scripts.length, root: document.documentElement.tagName, cards };
    });
    expect(seen).toMatchObject({ faces: 1, scripts: 0, root: 'svg' });
    expect(seen.cards).toHaveLength(picture.nodes.length);
    for (const { width, over } of seen.cards) if (width > 100) expect(over).toBeLessThan(0);
  }
});

/** What Mermaid makes of a text: its labels as they are read, and how many edges it drew. */
async function drawMermaid(page: Page, text: string) {
  await page.goto('about:blank');
  await page.addScriptTag({ path: require.resolve('@mermaid-js/tiny') });
  return page.evaluate(async (text) => {
    const { mermaid } = globalThis as unknown as {
      mermaid: {
        initialize(settings: object): void;
        parse(text: string): Promise<{ diagramType: string }>;
        render(id: string, text: string): Promise<{ svg: string }>;
      };
    };
    mermaid.initialize({ startOnLoad: false });
    const { diagramType } = await mermaid.parse(text);
    const { svg } = await mermaid.render('drawn', text);
    document.body.innerHTML = svg;
    const told = (selector: string) => [...document.querySelectorAll(selector)].map((each) => each.textContent ?? '');
    return {
      diagramType,
      nodes: told('.node .nodeLabel'),
      clusters: told('.cluster .nodeLabel'),
      edges: told('.edgeLabel .edgeLabel').filter((label) => label !== ''),
      foreign: document.querySelectorAll('img, a').length,
    };
  }, text);
}

test('Mermaid draws a flowchart of hostile names with every one of them', async ({ page }) => {
  const picture = hostilePicture();
  const seen = await drawMermaid(page, mermaid(picture));
  expect(seen.diagramType).toMatch(/^flowchart/);
  expect(seen.foreign).toBe(0);
  const shown = (name: string) =>
    name
      .replace(/\p{Surrogate}|\p{Cc}/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  const labels = seen.nodes.map(shown);
  for (const { label } of picture.nodes) {
    const wanted = shown(label);
    const both = wanted.length > 60 ? [wanted.slice(0, 25), wanted.slice(-25)] : [wanted];
    expect(
      labels.some((each) => both.every((part) => each.includes(part))),
      wanted,
    ).toBe(true);
  }
  expect(seen.clusters).toHaveLength(2);
  expect(seen.edges.length).toBe(picture.edges.length);
});

test('Mermaid draws the largest flowchart that is written', async ({ page }) => {
  const nodes = Array.from({ length: 200 }, (_, n) => pictureNode(`i-${n}`, `web-${n}`, { parent: `subnet-${n % 8}` }));
  const boxes = Array.from({ length: 8 }, (_, n) => ({
    ...{ id: `subnet-${n}`, kind: 'subnet' as const, label: `subnet-${n}`, count: 25, folded: false },
    ...{ x: 0, y: 0, width: 10, height: 10 },
  }));
  const edges = nodes.map(({ id }, n) => ({ id: `${n}`, source: id, target: boxes[n % 8]?.id ?? '', name: 'Is in' }));
  const picture: Picture = { boxes, nodes, edges };
  const seen = await drawMermaid(page, mermaid(picture));
  expect([seen.nodes.length, seen.clusters.length, seen.edges.length]).toEqual([208, 8, 200]);
});

/** What maxGraph, the library that draw.io grew out of, makes of a diagram: each shape with its place in the picture. */
async function openInMaxGraph(page: Page, diagram: string) {
  const { outputFiles } = await build({
    entryPoints: [require.resolve('@maxgraph/core')],
    ...{ bundle: true, format: 'iife', globalName: 'maxGraph', write: false },
  });
  await page.goto('about:blank');
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
  return page.evaluate((diagram) => {
    interface Cell {
      getParent(): Cell | null;
      getTerminal(isSource: boolean): Cell | null;
      getValue(): Element | undefined;
    }
    interface MaxGraph {
      options: { foldingEnabled: boolean };
      getDataModel(): { cells: Record<string, Cell> };
      getView(): { getState(cell: Cell): { x: number; y: number; width: number; height: number } };
    }
    const { Graph, ModelXmlSerializer } = (
      globalThis as unknown as {
        maxGraph: {
          Graph: new (container: Element) => MaxGraph;
          ModelXmlSerializer: new (model: object) => { import(xml: string): void };
        };
      }
    ).maxGraph;
    const graph = new Graph(document.body);
    // The signs for it are files of its own.
    graph.options.foldingEnabled = false;
    const model = new DOMParser().parseFromString(diagram, 'application/xml').querySelector('mxGraphModel');
    if (model) new ModelXmlSerializer(graph.getDataModel()).import(new XMLSerializer().serializeToString(model));
    const labelOf = (cell: Cell | null) => cell?.getValue()?.getAttribute('label') ?? undefined;
    return Object.values(graph.getDataModel().cells).flatMap((cell) => {
      const label = labelOf(cell);
      if (label === undefined) return [];
      const { x, y, width, height } = graph.getView().getState(cell);
      const ends = [cell.getTerminal(true), cell.getTerminal(false)].map(labelOf);
      return [{ label, parent: labelOf(cell.getParent()), ends, place: { x, y, width, height } }];
    });
  }, diagram);
}

test('maxGraph opens a draw.io diagram: shapes in their containers, where they stand, and what joins them', async ({
  page,
}) => {
  const picture = hostilePicture();
  const { boxes, nodes, edges } = picture;
  const opened = await openInMaxGraph(page, drawio(picture, hostileNames[0]));
  expect(opened).toHaveLength(boxes.length + nodes.length + edges.length);
  // What XML cannot hold of a name is not told.
  const begins = (label: string | undefined, name = '') =>
    expect(label ?? '').toContain(name.split(/[\p{Cc}\p{Cs}]/u)[0]);
  const nameOf = (id: string | undefined) => [...boxes, ...nodes].find((each) => each.id === id)?.label;
  [...boxes, ...nodes].forEach(({ label, parent, x, y, width, height }, at) => {
    begins(opened[at]?.label, label);
    begins(opened[at]?.parent, nameOf(parent));
    expect(opened[at]?.place).toEqual({ x, y, width, height });
  });
  edges.forEach(({ source, target, name }, at) => {
    const { label, ends } = opened[boxes.length + nodes.length + at] ?? {};
    begins(label, name);
    begins(ends?.[0], nameOf(source));
    begins(ends?.[1], nameOf(target));
  });
});

test('the graph of a snapshot is exported in every format, whole and as far as it is in sight', async ({ page }) => {
  const id = await deliverSnapshot(page);
  await page.getByRole('link', { name: `See the map of ${id}` }).click();
  const places = await settled(page.getByRole('application'));

  const menu = page.getByRole('button', { name: 'Export', exact: true });
  const exported = async (format: string) => {
    await menu.click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: format, exact: true }).click();
    const download = await downloading;
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  };
  await test.step('the menu is for everybody', async () => {
    await menu.click();
    await expect(page.getByRole('menuitem', { name: 'Mermaid flowchart' })).toBeVisible();
    // Cloudscape puts open menus behind the page's content.
    await checkA11y(page, '[data-awsui-referrer-id]');
    await page.keyboard.press('Escape');
  });

  const json = await exported('JSON');
  expect(json.name).toMatch(/-graph\.json$/);
  const picture: Picture = JSON.parse(json.bytes.toString());
  expect(picture.nodes.length + picture.boxes.length).toBe(places.length);

  const drawing = await exported('SVG');
  const content = drawing.bytes.toString();
  expect(content).toContain("font-family:'Open Sans'");
  for (const { label } of picture.nodes.slice(0, 20)) expect(content).toContain(label);

  const png = await exported('PNG');
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
  const [, width = 0, height = 0] = /width="(\d+)" height="(\d+)"/.exec(content)?.map(Number) ?? [];
  const scale = Math.min(2, 8192 / Math.max(width, height));
  expect(Math.abs(png.bytes.readUInt32BE(16) - width * scale)).toBeLessThan(2);
  expect(png.bytes.length).toBeGreaterThan(30_000);

  for (const [format, ending, begin] of [
    ['draw.io diagram', '.drawio', '<?xml'],
    ['Mermaid flowchart', '.mmd', 'flowchart LR'],
    ['GraphML', '.graphml', '<?xml'],
    ['CSV of resources', '-resources.csv', 'Id,Label'],
    ['CSV of relationships', '-relationships.csv', 'Source,Target'],
  ] as const) {
    const { name, bytes } = await exported(format);
    expect(name.endsWith(ending)).toBe(true);
    expect(bytes.toString().startsWith(begin)).toBe(true);
  }

  for (let times = 0; times < 6; times++) await page.getByRole('button', { name: 'Zoom in' }).click();
  await menu.click();
  await page.getByRole('menuitemcheckbox', { name: 'Only what is in sight' }).click();
  await page.keyboard.press('Escape');
  const part: Picture = JSON.parse((await exported('JSON')).bytes.toString());
  expect(part.nodes.length).toBeLessThan(picture.nodes.length);
  expect(part.nodes.length + part.boxes.length).toBeGreaterThan(0);
});
