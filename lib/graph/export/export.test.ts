import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundsOf, type Picture, pictureWithin } from '../picture';
import { palettes } from '../style/palette';
import { exportFormats } from './formats';
import { pictureJson } from './json';
import { mermaid } from './mermaid';
import { edgeLine } from './svg/edge-line';
import { svg } from './svg/svg';
import { hostilePicture, pictureNode } from './test-picture';

const pictureOf = (count: number): Picture => ({
  boxes: [],
  nodes: Array.from({ length: count }, (_, n) => pictureNode(`i-${n}`, `i-${n}`, { x: 230 * n })),
  edges: [],
});

test('JSON gives the picture back', () => {
  const picture = hostilePicture();
  expect(JSON.parse(pictureJson(picture))).toEqual({ version: 1, ...picture });
});

test('every format has a name of its own for its file', () => {
  const endings = Object.values(exportFormats).map(({ ending }) => ending);
  expect(new Set(endings).size).toBe(endings.length);
});

test('every format that has boxes tells what became of one', () => {
  const { edges: _, ...formats } = exportFormats;
  const [box] = hostilePicture().boxes;
  const settings = { mode: 'light', title: 'x', fonts: [] } as const;
  const written = (write: (typeof formats)[keyof typeof formats]['write'], change?: 'removed') => {
    const boxes = box ? [{ ...box, label: 'main', ...(change && { change }) }] : [];
    return write({ boxes, nodes: [], edges: [] }, settings);
  };
  const telling = Object.entries(formats).filter(([, { write }]) => written(write, 'removed') !== written(write));
  expect(telling.map(([name]) => name)).toEqual(Object.keys(formats));
});

test('every format that has lines tells apart those of what was removed, and what a filter dims', () => {
  const line = { id: 'e', source: 'i-0', target: 'i-1', name: 'uses' };
  const { nodes: _, ...formats } = exportFormats;
  const settings = { mode: 'light', title: 'x', fonts: [] } as const;
  for (const [name, { write }] of Object.entries(formats)) {
    const written = (marks: Partial<Picture['edges'][number]>) =>
      write({ ...pictureOf(2), edges: [{ ...line, ...marks }] }, settings);
    const all = [written({}), written({ change: 'removed' }), written({ dimmed: true })];
    expect([name, new Set(all).size]).toEqual([name, 3]);
  }
});

test('every format that has resources tells what a filter dims', () => {
  const { edges: _, ...formats } = exportFormats;
  const settings = { mode: 'light', title: 'x', fonts: [] } as const;
  for (const [name, { write }] of Object.entries(formats)) {
    const [plain, dimmed] = [pictureOf(1), { ...pictureOf(0), nodes: [pictureNode('i-0', 'i-0', { dimmed: true })] }];
    expect([name, write(plain, settings) !== write(dimmed, settings)]).toEqual([name, true]);
  }
});

describe('a Mermaid flowchart', () => {
  test('is refused above 200 resources, and 500 relationships, by what the picture has', () => {
    expect(mermaid(pictureOf(200))).toContain('n199');
    expect(() => mermaid(pictureOf(201))).toThrow(
      expect.objectContaining({ code: 'PictureTooLarge', message: expect.stringContaining('has 201') }),
    );
    const edges = Array.from({ length: 501 }, (_, n) => ({ id: `${n}`, source: 'i-0', target: 'i-1', name: 'uses' }));
    expect(() => mermaid({ ...pictureOf(2), edges })).toThrow(/500 relationships, and this picture has 501/);
  });

  test('has nothing of a name in its syntax', () => {
    const lines = mermaid(hostilePicture()).split('\n');
    const known =
      /^ *(flowchart LR|subgraph b\d+\["[^"]*"\]|[bn]\d+(itself)?(\[+|\(\[)"[^"]*"(\]+|\]\))|end|\w+ (-->|-\.->)(\|"[^"]*"\|)? \w+|classDef \w+ [\w:#,\- ]+|class [\w,]+ \w+|linkStyle \d+ [\w:#,\-. ]+|)$/;
    for (const line of lines) expect(line).toMatch(known);
  });
});

describe('an SVG', () => {
  const one = { boxes: [], nodes: [pictureNode('i-1', 'web')], edges: [] };

  test('has the colours of its mode, and the fonts that it is given', () => {
    const source = 'data:font/woff2;base64,AAAA';
    const light = svg(one, { mode: 'light', title: 'x', fonts: [{ family: 'Open Sans', weight: 400, source }] });
    expect(light).toContain(palettes.light.categories.compute);
    expect(light).toContain(`src:url('${source}')`);
    const dark = svg(one, { mode: 'dark', title: 'x' });
    expect(dark).toContain(palettes.dark.categories.compute);
    expect(dark).not.toContain(palettes.light.categories.compute);
  });

  test('takes no font that is a link', () => {
    const font = { family: 'x', weight: 400, source: 'https://example.com/font.woff2' };
    expect(() => svg(one, { mode: 'light', title: 'x', fonts: [font] })).toThrow(/data URL/);
  });

  test('tells a change by a word and a sign besides its colour, and a bundle by its count', () => {
    const nodes = [pictureNode('a', 'a', { change: 'added' }), pictureNode('b', 'b', { x: 400 })];
    const edges = [
      { id: 'e', source: 'a', target: 'b', name: 'uses', count: 12, derived: true as const, field: 'role' },
    ];
    const drawn = svg({ boxes: [], nodes, edges }, { mode: 'light', title: 'x' });
    expect(drawn).toContain('· added</title>');
    const compared = svg({ ...hostilePicture(), compared: true }, { mode: 'dark', title: 'x' });
    expect(compared).toContain('+3 ~1,200');
    expect(compared.split('opacity="0.45"').length - 1).toBe(
      hostilePicture().nodes.filter(({ change }) => !change).length,
    );
    expect(drawn).toContain('>+</text>');
    expect(drawn).toContain('uses ×12 (derived from role)');
  });
});

describe('the part in sight', () => {
  test('has what is in it, boxes cut to it, and no edge that hangs loose', () => {
    const picture = hostilePicture();
    const sight = { x: 0, y: 150, width: 500, height: 200 };
    const part = pictureWithin(picture, sight);
    expect(part.nodes.length).toBeGreaterThan(0);
    expect(part.nodes.length).toBeLessThan(picture.nodes.length);
    const ids = new Set([...part.boxes, ...part.nodes].map(({ id }) => id));
    for (const { source, target } of part.edges) expect([ids.has(source), ids.has(target)]).toEqual([true, true]);
    const within = boundsOf([sight, ...part.nodes]);
    expect(boundsOf([within, ...part.boxes])).toEqual(within);
  });
});

const rectangle = fc.record({
  x: fc.integer({ min: -2000, max: 2000 }),
  y: fc.integer({ min: -2000, max: 2000 }),
  width: fc.integer({ min: 1, max: 900 }),
  height: fc.integer({ min: 1, max: 900 }),
});

test('an edge runs between places that are there, wherever its ends stand', () => {
  fc.assert(
    fc.property(rectangle, rectangle, fc.nat(5), fc.boolean(), (from, to, place, against) => {
      for (const { path, middle } of [edgeLine(from, to, place, against), edgeLine(from, from, place, against)]) {
        expect(path).toMatch(/^M-?[\d.]+,-?[\d.]+[LQC][-\d., ]+$/);
        expect(Number.isFinite(middle.x + middle.y)).toBe(true);
      }
    }),
  );
});
