import { countText } from '@/components/ui/bytes';
import type { PictureBox, PictureNode } from '@/lib/graph/picture';
import { fitText } from '@/lib/graph/style/fit-text';
import { nodeStyleOf } from '@/lib/graph/style/node-style';

interface CardRoom {
  /** Account and Region as far as they are told. */
  scope: string;
  width: number;
  fontSize: number;
}

/** The two lines of a card: the name of the resource, and what it is, with where it is or with its id where there is room for both. */
export function cardLines(
  { label, resourceId, resourceType }: PictureNode,
  { scope, width, fontSize }: CardRoom,
): string[] {
  const { title, name } = nodeStyleOf(resourceType);
  const both = `${name} ${resourceId}`;
  if (scope) return [label, `${scope} · ${name}`].map((line) => fitText(line, fontSize, width));
  const second = label !== resourceId && fitText(both, fontSize, width) === both ? both : title;
  return [label, second].map((line) => fitText(line, fontSize, width));
}

/** `1 resource`, `1,204 resources`. */
export function resourcesText(count: number): string {
  return `${countText(count)} ${count === 1 ? 'resource' : 'resources'}`;
}

/** `1 matches`, `1,204 match`: of a filter that dims the others. */
export function matchingText(count: number): string {
  return `${countText(count)} ${count === 1 ? 'matches' : 'match'}`;
}

/** How many a folded box holds, and of which types the most: `120 EC2 Volume`. */
export function foldedLines({ count, types = [] }: PictureBox): string[] {
  const most = types.slice(0, 2).map((type) => `${countText(type.count)} ${nodeStyleOf(type.resourceType).title}`);
  return [resourcesText(count), ...most];
}
