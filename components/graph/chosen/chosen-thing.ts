import type { Picture, PictureBox, PictureNode } from '@/lib/graph/picture';
import { boxTitle } from '@/lib/graph/style/box-title';
import { nodeStyleOf } from '@/lib/graph/style/node-style';
import { parseIdentity, type ResourceIdentity } from '@/lib/items/identity';

/** Something in a picture by its id. */
export function thingIn({ boxes, nodes }: Picture, id: string): PictureBox | PictureNode | undefined {
  return nodes.find((node) => node.id === id) ?? boxes.find((box) => box.id === id);
}

/** The identity of a resource in a picture, be it a card or a box; undefined for boxes that are none. */
export function identityIn(picture: Picture, id: string): ResourceIdentity | undefined {
  const thing = thingIn(picture, id);
  return thing !== undefined && isResource(thing) ? parseIdentity(id) : undefined;
}

/** What can be chosen by a rectangle or all at once: cards, and boxes that are folded. What an open box holds is chosen by itself. */
export function choosable({ boxes, nodes }: Picture): string[] {
  return [...nodes, ...boxes.filter(({ folded }) => folded)].map(({ id }) => id);
}

/** How many of which types are chosen, the most frequent first: a resource by its type, a box that is none by its own title. */
export function countsOfChosen(picture: Picture, ids: readonly string[]): { title: string; count: number }[] {
  const things = new Map([...picture.boxes, ...picture.nodes].map((thing) => [thing.id, thing]));
  const counts = new Map<string, number>();
  for (const id of ids) {
    const thing = things.get(id);
    const title = thing ? titleOf(thing) : 'Not drawn now';
    counts.set(title, (counts.get(title) ?? 0) + 1);
  }
  return [...counts].map(([title, count]) => ({ title, count })).sort((a, b) => b.count - a.count);
}

function titleOf(thing: PictureBox | PictureNode): string {
  const { resourceType } = thing;
  if (isResource(thing) && resourceType !== undefined) return nodeStyleOf(resourceType).title;
  return 'kind' in thing ? boxTitle(thing) : thing.label;
}

function isResource(thing: PictureBox | PictureNode): boolean {
  return !('kind' in thing) || (thing.resourceType !== undefined && thing.kind !== 'alike');
}
