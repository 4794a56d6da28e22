import {
  boundsOf,
  type Picture,
  type PictureBox,
  type PictureEdge,
  type PictureNode,
  type Rectangle,
} from '../picture';
import { boxTitle } from '../style/box-title';
import { glyphInside, glyphStroke } from '../style/glyphs';
import { nodeStyleOf } from '../style/node-style';
import { type Mode, type Palette, palettes } from '../style/palette';
import { edgeLine } from './edge-line';
import { fitText, textWidth } from './fit-text';
import { boxColour, changeSigns, isCard } from './signs';
import { xmlAttributes, xmlText } from './xml';

/** A font to put into a file. */
export interface EmbeddedFont {
  family: string;
  weight: number;
  /** The font file as a data URL. */
  source: string;
}

interface SvgOptions {
  mode: Mode;
  /** Names the picture for those who do not see it. */
  title: string;
  /** Without any, whoever opens the file takes the next best font of their own. */
  fonts?: readonly EmbeddedFont[];
}

const fontFamily = `'Open Sans', 'Helvetica Neue', Roboto, Arial, sans-serif`;
const margin = 32;
const captionRoom = { width: 150, height: 44 };
const lineHeight = 15.5;
/** Above this, names on edges would lie on top of each other: they are only told to whoever points at the edge. */
const mostNames = 90;

/**
 * A picture as an SVG document that stands alone: fonts and icons are inside, nothing is loaded, nothing runs. It is as large as the
 * picture and a margin. Strings out of files are text and nothing else.
 */
export function svg(picture: Picture, { mode, title, fonts = [] }: SvgOptions): string {
  const palette = palettes[mode];
  const { boxes, nodes, edges } = picture;
  const ends = new Map<string, Rectangle>([...boxes, ...nodes].map((each) => [each.id, each]));
  const paper = boundsOf([...boxes, ...nodes.map(withCaption)]);
  const [width, height] = [Math.ceil(paper.width + 2 * margin), Math.ceil(paper.height + 2 * margin)];
  const [left, top] = [Math.floor(paper.x - margin), Math.floor(paper.y - margin)];
  const icons = new IconTable();
  const drawn = [
    ...boxes.map((box) => drawBox(box, palette)),
    ...drawEdges(edges, ends, palette),
    ...nodes.map((node) => drawNode(node, palette, icons)),
  ];
  const words = `${nodes.length} resources and ${edges.length} relationships`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}" role="img" aria-labelledby="title description" font-family="${fontFamily}">
<title id="title">${xmlText(title)}</title>
<desc id="description">${words}</desc>
<defs>
${fontFaces(fonts)}${arrows(palette)}
${icons.symbols()}
</defs>
<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${palette.canvas}"/>
${drawn.join('\n')}
</svg>
`;
}

/** The drawings of types, each once in the file. */
class IconTable {
  readonly #ids = new Map<string, string>();

  /** The id of the symbol for a type. */
  idOf(resourceType: string): string {
    const { glyph, service } = nodeStyleOf(resourceType);
    const inside = glyphInside(glyph, service, 'currentColor');
    const id = this.#ids.get(inside) ?? `icon-${this.#ids.size}`;
    this.#ids.set(inside, id);
    return id;
  }

  symbols(): string {
    return [...this.#ids]
      .map(
        ([inside, id]) =>
          `<symbol id="${id}" viewBox="0 0 24 24"><g ${glyphStroke} stroke="currentColor">${inside}</g></symbol>`,
      )
      .join('\n');
  }
}

function fontFaces(fonts: readonly EmbeddedFont[]): string {
  if (fonts.length === 0) return '';
  const rules = fonts.map(({ family, weight, source }) => {
    if (!/^data:[\w/+.-]+;base64,[A-Za-z0-9+/=]+$/.test(source)) throw new TypeError('A font must be a data URL.');
    return `@font-face{font-family:'${family.replace(/[^\w ]/g, '')}';font-weight:${weight};src:url('${source}')}`;
  });
  return `<style>${rules.join('')}</style>\n`;
}

/** A whole head, and an empty one for what is derived. */
function arrows({ edge, canvas }: Palette): string {
  const marker = (id: string, fill: string) =>
    `<marker id="${id}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" orient="auto-start-reverse" markerUnits="userSpaceOnUse"><path d="M1 1L9 5L1 9z" fill="${fill}" stroke="${edge}"/></marker>`;
  return [marker('arrow', edge), marker('arrow-derived', canvas)].join('\n');
}

function drawBox(box: PictureBox, palette: Palette): string {
  const { x, y, width, height, count, folded, missing, types = [] } = box;
  const colour = boxColour(box, palette);
  const border = xmlAttributes({
    ...{ x, y, width, height, rx: 8, fill: colour, 'fill-opacity': folded ? 0.12 : 0.04, stroke: colour },
    ...{ 'stroke-width': 1.5, 'stroke-dasharray': missing ? '6 5' : undefined },
  });
  const lines = folded
    ? [`${count} resources`, ...types.map((type) => `${type.count} × ${nodeStyleOf(type.resourceType).title}`)]
    : [];
  const room = Math.max(0, Math.floor((height - 28) / 17));
  const title = boxTitle(box);
  const [heading, ...details] = [folded ? title : `${title} · ${count}`, ...lines.slice(0, room)];
  const inside = width - 20;
  return `<g class="box"><title>${xmlText(`${title}: ${count} resources${missing ? ', not in this snapshot' : ''}`)}</title><rect${border}/>${text(fitText(heading, 13, inside * 0.95), { x: x + 10, y: y + 19, size: 13, fill: palette.text, weight: 700 })}${details
    .map((line, place) =>
      text(fitText(line, 12, inside), { x: x + 10, y: y + 38 + 17 * place, size: 12, fill: palette.quietText }),
    )
    .join('')}</g>`;
}

function drawNode(node: PictureNode, palette: Palette, icons: IconTable): string {
  const { x, y, width, height, label, resourceId, resourceType, missing, change } = node;
  const { category, name } = nodeStyleOf(resourceType);
  const colour = palette.categories[category];
  const card = isCard(node);
  const border = xmlAttributes({
    ...{ x, y, width, height, rx: 8, fill: card || missing ? palette.canvas : colour },
    ...{ stroke: change ? palette.changes[change] : colour, 'stroke-width': change ? 3.5 : 2 },
    'stroke-dasharray': missing ? '6 5' : change && changeSigns[change].dash,
  });
  const size = Math.min(38, height - 12, width - 8);
  const tile = card
    ? { x: x + 10, y: y + (height - size) / 2 }
    : { x: x + (width - size) / 2, y: y + (height - size) / 2 };
  const ground =
    card && !missing ? `<rect${xmlAttributes({ ...tile, width: size, height: size, rx: 7, fill: colour })}/>` : '';
  const inset = card ? size / 6 : size / 8;
  const icon = `<use${xmlAttributes({ href: `#${icons.idOf(resourceType)}`, x: tile.x + inset, y: tile.y + inset, width: size - 2 * inset, height: size - 2 * inset, color: missing ? colour : palette.glyph })}/>`;
  const names = label === resourceId ? [label] : [label, resourceId];
  const told = [...names, resourceType, ...(missing ? ['not in this snapshot'] : []), ...(change ? [change] : [])];
  const caption = card ? cardCaption(node, x + size + 20, palette) : captionBelow([label, name], node, palette);
  return `<g class="resource"${change === 'removed' ? ' opacity="0.75"' : ''}><title>${xmlText(told.join(' · '))}</title><rect${border}/>${ground}${icon}${caption}${change ? badge(node, palette) : ''}</g>`;
}

/** As many lines as there is room for: name, id and type; name and type; the name. */
function cardCaption(node: PictureNode, left: number, palette: Palette): string {
  const { x, y, width, height, label, resourceId, resourceType } = node;
  const { title } = nodeStyleOf(resourceType);
  const all = label === resourceId ? [label, title] : [label, resourceId, title];
  const lines = [all, [label, title], [label]].find(({ length }) => length * lineHeight < height - 4) ?? [label];
  const first = y + height / 2 - ((lines.length - 1) * lineHeight) / 2 + 4.5;
  return lines
    .map((line, place) =>
      text(fitText(line, 12.5, x + width - left - 8), {
        ...{ x: left, y: first + place * lineHeight, size: 12.5 },
        fill: place === 0 ? palette.text : palette.quietText,
      }),
    )
    .join('');
}

function captionBelow(
  lines: readonly string[],
  { x, y, width, height, docksTo }: PictureNode,
  palette: Palette,
): string {
  // What rides on another node has the caption of that one below it.
  if (docksTo !== undefined) return '';
  return lines
    .map((line, place) =>
      text(fitText(line, 13, captionRoom.width), {
        ...{ x: x + width / 2, y: y + height + 17 + place * 17, size: 13, anchor: 'middle', halo: palette.canvas },
        fill: place === 0 ? palette.text : palette.quietText,
      }),
    )
    .join('');
}

/** The sign of a change in the node's corner. */
function badge({ x, y, width, change = 'changed' }: PictureNode, palette: Palette): string {
  const place = { x: x + width - 4, y: y + 4 };
  const circle = xmlAttributes({ cx: place.x, cy: place.y, r: 9, fill: palette.changes[change] });
  const sign = { x: place.x, y: place.y + 4.5, size: 14, anchor: 'middle', fill: palette.canvas, weight: 700 };
  return `<circle${circle}/>${text(changeSigns[change].sign, sign)}`;
}

function drawEdges(edges: readonly PictureEdge[], ends: ReadonlyMap<string, Rectangle>, palette: Palette): string[] {
  const pairs = new Map<string, { source: string; count: number }>();
  return edges.flatMap(({ source, target, name, derived, count = 1, field }) => {
    const [from, to] = [ends.get(source), ends.get(target)];
    if (!from || !to) return [];
    const pair = JSON.stringify([source, target].sort());
    const known = pairs.get(pair) ?? { source, count: 0 };
    pairs.set(pair, { ...known, count: known.count + 1 });
    const { path, middle } = edgeLine(from, to, known.count, known.source !== source);
    const line = xmlAttributes({
      ...{ d: path, fill: 'none', stroke: palette.edge, 'stroke-width': Math.min(6, 1.5 + Math.log2(count) / 2) },
      ...{
        'marker-end': derived ? 'url(#arrow-derived)' : 'url(#arrow)',
        'stroke-dasharray': derived ? '2 4' : undefined,
      },
    });
    const words = `${name}${count > 1 ? ` ×${count}` : ''}`;
    const told = `${words}${derived ? ` (derived${field ? ` from ${field}` : ''})` : ''}`;
    const label =
      edges.length > mostNames || words === ''
        ? ''
        : text(fitText(derived ? `${words} (derived)` : words, 11.5, 220), {
            ...{
              x: middle.x,
              y: middle.y + 4,
              size: 11.5,
              anchor: 'middle',
              fill: palette.edgeText,
              halo: palette.canvas,
            },
          });
    return [`<g class="relationship"><title>${xmlText(told)}</title><path${line}/>${label}</g>`];
  });
}

/** A line of text at its baseline; `halo` is drawn round its letters, so that it can be read over lines. */
function text(
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

/** The room that a node takes with its caption. */
function withCaption(node: PictureNode): Rectangle {
  if (isCard(node)) return node;
  const widest = Math.max(textWidth(node.label, 13), textWidth(nodeStyleOf(node.resourceType).name, 13));
  const width = Math.max(node.width, Math.min(captionRoom.width, widest));
  return { x: node.x + node.width / 2 - width / 2, y: node.y, width, height: node.height + captionRoom.height };
}
