import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { boundsOf } from '../picture';
import { edgesCsv, nodesCsv } from './csv';
import { drawio } from './drawio';
import { graphml } from './graphml';
import { svg } from './svg/svg';
import { hostilePicture } from './test-picture';

// Every file is read by Python, which knows nothing of how it was written.

/** Why Python or a module of it cannot be asked here; with REQUIRE_PEERS=1 it must be there, and its test fails. */
function missing(module: string): boolean {
  const there = spawnSync('python3', ['-c', `import ${module}`], { stdio: 'ignore' }).status === 0;
  if (!there && process.env.REQUIRE_PEERS !== '1') console.warn(`skipped: python3 with ${module} is not installed`);
  return !there && process.env.REQUIRE_PEERS !== '1';
}

/** What a program in Python prints as JSON when `content` is on its input as bytes. */
function python(program: string, content: string): unknown {
  const { status, stdout, stderr } = spawnSync('python3', ['-X', 'utf8', '-c', program], {
    input: Buffer.from(content, 'utf8'),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

interface Element {
  tag: string;
  attributes: Record<string, string>;
  text: string;
  children: Element[];
}

const readXml = (content: string) =>
  python(
    `
import sys, json, xml.etree.ElementTree as tree
def told(element):
  return { 'tag': element.tag.split('}')[-1], 'attributes': dict(element.attrib), 'text': element.text or '',
           'children': [told(child) for child in element] }
print(json.dumps(told(tree.fromstring(sys.stdin.buffer.read()))))`,
    content,
  ) as Element;

const readCsv = (content: string) =>
  python(
    `
import sys, json, csv, io
print(json.dumps(list(csv.DictReader(io.StringIO(sys.stdin.buffer.read().decode('utf8'), newline='')))))`,
    content,
  ) as Record<string, string>[];

function all(element: Element, tag: string): Element[] {
  return [...(element.tag === tag ? [element] : []), ...element.children.flatMap((child) => all(child, tag))];
}

/** What XML can hold of a string. */
const inXml = (text: string) =>
  Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    const isXml = code >= 0x20 || [9, 10, 13].includes(code);
    return isXml && !(code >= 0xd800 && code < 0xe000) && code !== 0xfffe && code !== 0xffff ? character : '\ufffd';
  }).join('');

const picture = hostilePicture();
const labels = [...picture.boxes, ...picture.nodes].map(({ label }) => label);

describe.skipIf(missing('json'))('a picture with hostile names', () => {
  test.each(['light', 'dark'] as const)('is an SVG (%s) of text alone that loads nothing', (mode) => {
    const root = readXml(svg(picture, { mode, title: labels[0] ?? '' }));
    expect(root.tag).toBe('svg');
    expect(root.children[0]?.text).toBe(labels[0]);
    const titles = all(root, 'title').map(({ text }) => text);
    for (const { label } of picture.nodes) {
      expect(titles.some((title) => title.startsWith(inXml(label)))).toBe(true);
    }
    const tags = new Set(['svg', 'g', 'title', 'desc', 'defs', 'symbol', 'marker', 'rect', 'path', 'text', 'use']);
    const drawings = new Set(['circle', 'ellipse']);
    const walk = (element: Element) => {
      expect(tags.has(element.tag) || drawings.has(element.tag)).toBe(true);
      for (const [name, value] of Object.entries(element.attributes)) {
        expect(name).not.toMatch(/^on/i);
        if (name.endsWith('href')) expect(value).toMatch(/^#icon-\d+$/);
        else expect(value).not.toMatch(/https?:|javascript:|url\((?!#)/);
      }
      element.children.forEach(walk);
    };
    walk(root);
    const [left = 0, top = 0, width = 0, height = 0] = root.attributes.viewBox?.split(' ').map(Number) ?? [];
    const around = boundsOf([...picture.boxes, ...picture.nodes]);
    expect(left).toBeLessThan(around.x);
    expect(top).toBeLessThan(around.y);
    expect(left + width).toBeGreaterThan(around.x + around.width);
    expect(top + height).toBeGreaterThan(around.y + around.height);
  });

  test('is a draw.io diagram whose containers hold what stands in them, where it stands', () => {
    const root = readXml(drawio(picture, labels[0] ?? ''));
    expect([root.tag, all(root, 'diagram')[0]?.attributes.name]).toEqual(['mxfile', labels[0]]);
    const [model] = all(root, 'mxGraphModel');
    const [cellRoot] = model?.children ?? [];
    const cells = new Map(
      cellRoot?.children.map((each) => {
        const cell = each.tag === 'object' ? each.children[0] : each;
        return [each.attributes.id ?? '', { data: each.attributes, cell: cell?.attributes ?? {}, own: cell?.children }];
      }),
    );
    expect([...cells.keys()].slice(0, 2)).toEqual(['0', '1']);
    expect(cells.size).toBe(2 + picture.boxes.length + picture.nodes.length + picture.edges.length);
    const numberOf = (id: string, name: string) => Number(cells.get(id)?.own?.[0]?.attributes[name] ?? 0);
    const absolute = (id: string, name: string): number => {
      const parent = cells.get(id)?.cell.parent;
      return numberOf(id, name) + (parent === undefined ? 0 : absolute(parent, name));
    };
    const vertices = [...cells].filter(([, { cell }]) => cell.vertex === '1');
    [...picture.boxes, ...picture.nodes].forEach((drawn, place) => {
      const [id = '', cell] = vertices[place] ?? [];
      expect(cell?.data.label).toContain(inXml(drawn.label));
      expect([absolute(id, 'x'), absolute(id, 'y')]).toEqual([drawn.x, drawn.y]);
      expect([numberOf(id, 'width'), numberOf(id, 'height')]).toEqual([drawn.width, drawn.height]);
      const parent = cells.get(cell?.cell.parent ?? '');
      const box = picture.boxes.find((each) => each.id === drawn.parent);
      if (box)
        expect([parent?.data.label, parent?.cell.style]).toEqual([
          ...[expect.stringContaining(inXml(box.label)), expect.stringContaining('container=1')],
        ]);
      else expect(cell?.cell.parent).toBe('1');
      // Labels are text, and what is in them cannot become a style.
      expect(cell?.cell.style).toMatch(/(^|;)html=0;/);
      expect(cell?.cell.style?.split(';').filter((part) => part.startsWith('image=')).length).toBeLessThan(2);
    });
    const edges = [...cells.values()].filter(({ cell }) => cell.edge === '1');
    edges.forEach(({ data, cell }, place) => {
      const { source, target, name, field } = picture.edges[place] ?? {};
      const labelOf = (id: string | undefined) =>
        [...picture.boxes, ...picture.nodes].find((each) => each.id === id)?.label ?? '';
      expect(data.label?.startsWith(inXml(name ?? ''))).toBe(true);
      expect(data.field).toBe(field === undefined ? undefined : inXml(field));
      for (const [end, id] of [
        [cell.source, source],
        [cell.target, target],
      ])
        expect(cells.get(end ?? '')?.data.label).toContain(inXml(labelOf(id)));
    });
    expect(edges.length).toBe(picture.edges.length);
  });

  test('is GraphML with every attribute declared', () => {
    const root = readXml(graphml(picture));
    const declared = new Map(all(root, 'key').map(({ attributes }) => [attributes.id, attributes]));
    for (const element of [...all(root, 'node'), ...all(root, 'edge')]) {
      for (const { attributes } of element.children) expect(declared.get(attributes.key)?.for).toBe(element.tag);
    }
    const ids = all(root, 'node').map(({ attributes }) => attributes.id ?? '');
    expect(new Set(ids).size).toBe(labels.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]\d+$/);
  });

  test('is two tables of CSV that run no formula', () => {
    const nodes = readCsv(nodesCsv(picture));
    const safe = (text: string) => text.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('\ud800', '\ufffd');
    expect(nodes.map(({ Label }) => Label)).toEqual(labels.map(safe));
    expect(nodes.filter(({ Change }) => Change).length).toBe(picture.nodes.filter(({ change }) => change).length);
    const ids = new Set(nodes.map(({ Id }) => Id));
    const edges = readCsv(edgesCsv(picture));
    expect(edges.map(({ Label }) => Label)).toEqual(picture.edges.map(({ name }) => safe(name)));
    for (const { Source, Target } of edges)
      expect([ids.has(Source ?? ''), ids.has(Target ?? '')]).toEqual([true, true]);
    for (const row of [...nodes, ...edges]) {
      for (const value of Object.values(row)) expect(value).not.toMatch(/^[=+@]/);
    }
  });
});

test.skipIf(missing('networkx'))(
  'networkx reads the GraphML of a picture: nodes, boxes, edges and what they bear',
  () => {
    const { nodes, edges } = python(
      `
import sys, json, io, networkx
graph = networkx.read_graphml(io.BytesIO(sys.stdin.buffer.read()))
print(json.dumps({ 'nodes': list(graph.nodes(data=True)), 'edges': list(graph.edges(data=True)) }))`,
      graphml(picture),
    ) as { nodes: [string, Record<string, unknown>][]; edges: [string, string, Record<string, unknown>][] };
    const drawn = [...picture.boxes, ...picture.nodes];
    expect(nodes.map(([, { key, label, x, inSnapshot }]) => ({ key, label, x, inSnapshot }))).toEqual(
      drawn.map(({ id, label, x, missing }) => ({ key: inXml(id), label: inXml(label), x, inSnapshot: !missing })),
    );
    const keyOf = new Map(nodes.map(([id, { key }]) => [id, key]));
    const byKey = new Map(edges.map((edge) => [edge[2].key, edge]));
    expect(byKey.size).toBe(picture.edges.length);
    for (const { id, source, target, name, count = 1, derived = false } of picture.edges) {
      const [from, to, data] = byKey.get(inXml(id)) ?? ['', '', {}];
      expect([keyOf.get(from), keyOf.get(to)]).toEqual([inXml(source), inXml(target)]);
      expect(data).toMatchObject({ label: inXml(name), relationships: count, derived });
    }
  },
);
