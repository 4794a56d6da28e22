import { boundsOf, type Picture, type PictureEdge, type Rectangle } from '../../picture';
import { changeSigns } from '../../style/changes';
import { fitText } from '../../style/fit-text';
import { type Mode, type Palette, palettes } from '../../style/palette';
import { xmlAttributes, xmlText } from '../xml';
import { edgeLine } from './edge-line';
import { IconTable } from './icon-table';
import { dimmedOpacity, drawBox, drawNode, withCaption } from './shapes';
import { text } from './text';

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
/** Above this, names on edges would lie on top of each other: they are only told to whoever points at the edge. */
const mostNames = 90;

/**
 * A picture as an SVG document that stands alone: fonts and icons are inside, nothing is loaded, nothing runs. It is as large as the
 * picture and a margin. Strings out of files are text and nothing else.
 */
export function svg(picture: Picture, { mode, title, fonts = [] }: SvgOptions): string {
  const palette = palettes[mode];
  const { boxes, nodes, edges, compared } = picture;
  const ends = new Map<string, Rectangle>([...boxes, ...nodes].map((each) => [each.id, each]));
  const paper = boundsOf([...boxes, ...nodes.map(withCaption)]);
  const [width, height] = [Math.ceil(paper.width + 2 * margin), Math.ceil(paper.height + 2 * margin)];
  const [left, top] = [Math.floor(paper.x - margin), Math.floor(paper.y - margin)];
  const icons = new IconTable();
  const drawn = [
    ...boxes.map((box) => drawBox(box, palette)),
    ...drawEdges(edges, ends, palette),
    ...nodes.map((node) => drawNode(node, palette, { icons, quiet: compared === true && !node.change })),
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

function drawEdges(edges: readonly PictureEdge[], ends: ReadonlyMap<string, Rectangle>, palette: Palette): string[] {
  const pairs = new Map<string, { source: string; count: number }>();
  return edges.flatMap(({ source, target, name, derived, count = 1, field, dimmed, change }) => {
    const [from, to] = [ends.get(source), ends.get(target)];
    if (!from || !to) return [];
    const pair = JSON.stringify([source, target].sort());
    const known = pairs.get(pair) ?? { source, count: 0 };
    pairs.set(pair, { ...known, count: known.count + 1 });
    const { path, middle } = edgeLine(from, to, known.count, known.source !== source);
    const line = xmlAttributes({
      ...{ d: path, fill: 'none', 'stroke-width': Math.min(6, 1.5 + Math.log2(count) / 2) },
      ...{
        stroke: change ? palette.changes[change] : palette.edge,
        'marker-end': derived ? 'url(#arrow-derived)' : 'url(#arrow)',
        'stroke-dasharray': derived ? '2 4' : change && changeSigns[change].dash,
      },
    });
    const words = `${name}${count > 1 ? ` ×${count}` : ''}`;
    const title = `${words}${change ? ` (${changeSigns[change].word})` : ''}${derived ? ` (derived${field ? ` from ${field}` : ''})` : ''}`;
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
    const group = xmlAttributes({ class: 'relationship', opacity: dimmed && dimmedOpacity });
    return [`<g${group}><title>${xmlText(title)}</title><path${line}/>${label}</g>`];
  });
}
