import { countText } from '@/components/ui/bytes';
import { mostNamed } from '@/lib/graph/layered/layered-picture';
import type { Picture, PictureBox, PictureEdge, PictureNode, Rectangle } from '@/lib/graph/picture';
import type { Palette } from '@/lib/graph/style/palette';
import { boxData, formOf, nodeData } from '../style/node-data';
import { drawnScopes } from './drawn-scopes';
import { hubsOf } from './hubs';

/** An element of the canvas, as cytoscape takes it. */
export interface CanvasElement {
  group: 'nodes' | 'edges';
  data: { id: string; [key: string]: unknown };
  classes: string[];
  position?: { x: number; y: number };
  /** Nothing is moved by hand: a drag moves the canvas, wherever it begins. */
  grabbable: false;
  pannable: true;
}

/**
 * Above this many, the pointer finds resources and the lines of what is chosen only: some line is near everywhere, and to look for it among
 * 7,089 takes cytoscape 55 ms each time that the pointer moves.
 */
const mostPointedAt = 1000;

/** What cytoscape draws for a picture. Of a thing that is the same as before it is the same element. */
export function elementsOf(picture: Picture, palette: Palette): CanvasElement[] {
  const { boxes, nodes, edges, compared = false } = picture;
  const depths = new Map<string, number>();
  // Only icons are drawn so many and so small that hubs are needed to tell where one is.
  const hubs = nodes.some((node) => formOf(node) === 'icon') ? hubsOf(picture) : { ids: new Set<string>(), size: 0 };
  const scopeOf = drawnScopes(picture);
  return [
    ...boxes.map((box) => {
      const depth = (depths.get(box.parent ?? '') ?? 0) + 1;
      depths.set(box.id, depth);
      return memoized(box, palette, `${depth} ${compared}`, () => boxElement(box, palette, { depth, compared }));
    }),
    ...nodes.map((node) => {
      const how = { hubSize: hubs.ids.has(node.id) ? hubs.size : 0, scope: scopeOf(node), compared };
      return memoized(node, palette, `${how.hubSize} ${compared} ${how.scope}`, () => nodeElement(node, palette, how));
    }),
    ...edges.map((edge) => {
      const crowd = [
        ...(edges.length > mostNamed ? ['many'] : []),
        ...(edges.length > mostPointedAt ? ['unpointed'] : []),
      ];
      return memoized(edge, palette, crowd.join(' '), () => edgeElement(edge, crowd));
    }),
  ];
}

/** Elements by the thing of the picture, as they were made last: a picture keeps most of its things when it changes. */
const elements = new WeakMap<object, { palette: Palette; how: string; element: CanvasElement }>();

function memoized(thing: object, palette: Palette, how: string, make: () => CanvasElement): CanvasElement {
  const known = elements.get(thing);
  if (known?.palette === palette && known.how === how) return known.element;
  const element = make();
  elements.set(thing, { palette, how, element });
  return element;
}

const still = { grabbable: false, pannable: true } as const;

function boxElement(
  box: PictureBox,
  palette: Palette,
  { depth, compared }: { depth: number; compared: boolean },
): CanvasElement {
  return {
    ...still,
    group: 'nodes',
    data: { id: box.id, ...boxData(box, depth, palette) },
    classes: [
      ...['box', box.kind, box.folded ? 'folded' : 'open', ...(box.missing ? ['missing'] : [])],
      ...pinClass(box),
      ...dimClass(box),
      ...changeClasses(compared, box.change ?? (box.changes && 'holds-changes')),
    ],
    position: middleOf(box),
  };
}

function nodeElement(
  node: PictureNode,
  palette: Palette,
  { hubSize, scope, compared }: { hubSize: number; scope: string; compared: boolean },
): CanvasElement {
  return {
    ...still,
    group: 'nodes',
    data: { id: node.id, ...nodeData(node, palette, scope), hubSize },
    classes: [
      ...['resource', formOf(node), ...(node.missing ? ['missing'] : []), ...(hubSize > 0 ? ['hub'] : [])],
      ...pinClass(node),
      ...dimClass(node),
      ...changeClasses(compared, node.change),
    ],
    position: middleOf(node),
  };
}

function edgeElement(edge: PictureEdge, crowd: readonly string[]): CanvasElement {
  const { id, source, target, name, count, derived, change } = edge;
  const caption = count === undefined ? name : `${countText(count)} × ${name}`;
  return {
    ...still,
    group: 'edges',
    data: { id, source, target, caption },
    classes: [
      ...[...crowd, ...(derived ? ['derived'] : []), ...(count === undefined ? [] : ['bundle'])],
      ...dimClass(edge),
      ...(change ? [change] : []),
    ],
  };
}

/** What does not match a filter stands back. */
function dimClass({ dimmed }: { dimmed?: true }): string[] {
  return dimmed ? ['dimmed'] : [];
}

function pinClass({ pinned }: { pinned?: true }): string[] {
  return pinned ? ['pinned'] : [];
}

/** In a picture of two snapshots what is unchanged stands back. */
function changeClasses(compared: boolean, change: string | undefined): string[] {
  if (!compared) return [];
  return [change ?? 'unchanged'];
}

/** The middle of a rectangle. */
function middleOf({ x, y, width, height }: Rectangle): { x: number; y: number } {
  return { x: x + width / 2, y: y + height / 2 };
}
