import { xmlAttributes, xmlText } from '../xml';

/** A line of text at its baseline; `halo` is drawn round its letters, so that it can be read over lines. */
export function text(
  content: string,
  {
    x,
    y,
    size,
    fill,
    anchor,
    weight,
    halo,
  }: { x: number; y: number; size: number; fill: string; anchor?: string; weight?: number; halo?: string },
): string {
  const attributes = xmlAttributes({
    ...{ x, y, fill, 'font-size': size, 'text-anchor': anchor, 'font-weight': weight },
    ...(halo && { stroke: halo, 'stroke-width': 4, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }),
  });
  return `<text${attributes}>${xmlText(content)}</text>`;
}
