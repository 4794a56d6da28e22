import { countText } from '@/components/ui/bytes';
import type { PictureBox, PictureNode } from '@/lib/graph/picture';
import { nodeStyleOf } from '@/lib/graph/style/node-style';

/** Cuts the middle out of a long name: ids and ARNs differ at their ends. */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  if (longest < 3) return '';
  const tail = Math.floor((longest - 1) / 2);
  return `${text.slice(0, longest - 1 - tail)}…${text.slice(-tail)}`;
}

/** As many letters as fit into a width; a letter is about 0.55 of its font's size wide. */
export function fitText(text: string, width: number, fontSize: number): string {
  return shorten(text, Math.max(0, Math.floor(width / (0.55 * fontSize))));
}

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
  if (scope) return [fitText(label, width, fontSize), fitText(`${scope} · ${name}`, width, fontSize)];
  const second = label !== resourceId && fitText(both, width, fontSize) === both ? both : title;
  return [label, second].map((line) => fitText(line, width, fontSize));
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
