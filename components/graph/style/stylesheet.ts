import { iconUrl } from '@/lib/graph/style/glyphs';
import { type Category, nodeStyleOf } from '@/lib/graph/style/node-style';
import type { Palette } from '@/lib/graph/style/palette';
import type { DrawnNode } from '../canvas/drawing';
import type { DrawnScopes } from '../canvas/drawn-scopes';

const shapes: Record<Category, string> = {
  compute: 'round-rectangle',
  storage: 'barrel',
  network: 'round-hexagon',
  security: 'round-octagon',
  database: 'barrel',
  messaging: 'round-tag',
  management: 'cut-rectangle',
  other: 'ellipse',
};

/** The shape of a category, by cytoscape's names. */
function shapeOf(category: Category): string {
  return shapes[category];
}

/** How nodes stand on the canvas: few as cards to be read, more as icons with their names, many with short names. */
export type Form = 'card' | 'icon' | 'dot';

const longestLine: Record<Form, number> = { card: 24, icon: 18, dot: 14 };
/** Account and Region, which are told whole: `111122223333 · ap-southeast-2`. */
const longestScope = 32;
const cardHeight = { plain: 58, withScope: 72 };
const iconInCard = 38;

/** The form for a drawing of so many nodes. */
export function formFor(nodeCount: number): Form {
  if (nodeCount <= 40) return 'card';
  return nodeCount <= 200 ? 'icon' : 'dot';
}

/** Cuts the middle out of a long name: ids and ARNs differ at their ends. */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const tail = Math.floor((longest - 1) / 2);
  return `${text.slice(0, longest - 1 - tail)}…${text.slice(-tail)}`;
}

/** The lines in which a node's account and Region stand on the canvas: many small ones tell them only where nothing else tells two apart. */
function scopeLines(node: DrawnNode, form: Form, scopes: DrawnScopes): string[] {
  if (form === 'dot' && !scopes.isAmbiguous(node)) return [];
  return form === 'card' ? [scopes.textOf(node)].filter(Boolean) : scopes.partsOf(node);
}

/** The most lines that account and Region of any of these take under an icon: so much more room is needed. */
export function scopeLineCount(nodes: readonly DrawnNode[], form: Form, scopes: DrawnScopes): number {
  return form === 'card' ? 0 : Math.max(0, ...nodes.map((node) => scopeLines(node, form, scopes).length));
}

/** What a node on the canvas bears; strings that come out of a file are only ever drawn as text. */
export function nodeData(node: DrawnNode, palette: Palette, form: Form, scopes: DrawnScopes) {
  const { category, glyph, service, name, title } = nodeStyleOf(node.resourceType);
  const colour = palette.categories[category];
  const isReference = node.index === undefined;
  const lines = form === 'dot' ? [node.label] : [node.label, form === 'card' ? title : name];
  if (form === 'card' && node.label !== node.resourceId) lines.splice(1, 0, node.resourceId);
  const scope = scopeLines(node, form, scopes).map((line) => shorten(line, longestScope));
  const caption = [...lines.map((line) => shorten(line, longestLine[form])), ...scope];
  const width = cardWidth(caption);
  const onColour = form === 'card' ? palette.glyph : isReference ? colour : palette.glyph;
  return {
    caption: caption.join('\n'),
    colour,
    fill: isReference || form === 'card' ? palette.canvas : colour,
    icon:
      form === 'card' && isReference
        ? iconUrl(glyph, service, colour)
        : iconUrl(glyph, service, onColour, form === 'card' ? colour : undefined),
    shape: form === 'card' ? 'round-rectangle' : shapeOf(category),
    width,
    height: scope.length > 0 ? cardHeight.withScope : cardHeight.plain,
    captionShift: iconInCard + 20 - width,
  };
}

/** Letters are 7 units wide on average, in the font of the captions. */
function cardWidth(lines: readonly string[]): number {
  return iconInCard + 34 + 7 * Math.max(...lines.map((line) => line.length));
}

/** Cytoscape's style for a palette. */
export function stylesheet(palette: Palette): { selector: string; style: Record<string, unknown> }[] {
  const font = '"Open Sans", "Helvetica Neue", Roboto, Arial, sans-serif';
  return [
    {
      selector: 'node',
      style: {
        width: 44,
        height: 44,
        shape: 'data(shape)',
        'background-color': 'data(fill)',
        'background-image': 'data(icon)',
        'background-width': '64%',
        'background-height': '64%',
        'border-width': 2,
        'border-color': 'data(colour)',
        label: 'data(caption)',
        color: palette.text,
        'font-family': font,
        'font-size': 16,
        'line-height': 1.15,
        'text-wrap': 'wrap',
        'text-max-width': '190px',
        'text-valign': 'bottom',
        'text-margin-y': 5,
        'text-background-color': palette.canvas,
        'text-background-opacity': 0.8,
        'text-background-padding': '1px',
        'text-background-shape': 'round-rectangle',
        'min-zoomed-font-size': 6,
        'overlay-opacity': 0,
      },
    },
    {
      selector: 'node.card',
      style: {
        width: 'data(width)',
        height: 'data(height)',
        'background-width': iconInCard,
        'background-height': iconInCard,
        'background-position-x': 10,
        'background-position-y': '50%',
        'font-size': 12.5,
        // The caption stands right of the icon: cytoscape reckons from the right border of the node.
        'text-halign': 'right',
        'text-valign': 'center',
        'text-margin-x': 'data(captionShift)',
        'text-margin-y': 0,
        'text-justification': 'left',
        'text-background-opacity': 0,
      },
    },
    // Where all is too small to read, the names of the best connected still tell where one is.
    {
      selector: 'node.hub',
      style: {
        'font-size': 34,
        'font-weight': 600,
        'text-max-width': '420px',
        'min-zoomed-font-size': 0,
        'z-index': 8,
      },
    },
    { selector: 'node.reference', style: { 'border-style': 'dashed', 'border-width': 2.5, color: palette.quietText } },
    {
      selector: 'edge',
      style: {
        width: 1.5,
        'curve-style': 'bezier',
        'line-color': palette.edge,
        'target-arrow-shape': 'triangle',
        'target-arrow-color': palette.edge,
        'arrow-scale': 1.1,
        label: 'data(name)',
        color: palette.edgeText,
        'font-family': font,
        'font-size': 12,
        'text-background-color': palette.canvas,
        'text-background-opacity': 0.9,
        'text-background-padding': '2px',
        'min-zoomed-font-size': 8,
        'overlay-opacity': 0,
      },
    },
    { selector: 'edge.derived', style: { 'line-style': 'dashed', 'line-dash-pattern': [7, 5] } },
    // A canvas full of edges is read by its nodes: names of edges come with the node that is chosen or pointed at.
    { selector: 'edge.many', style: { width: 1, 'text-opacity': 0, 'text-background-opacity': 0, 'arrow-scale': 0.8 } },
    {
      selector: 'edge.near',
      style: {
        width: 2.5,
        'line-color': palette.selected,
        'target-arrow-color': palette.selected,
        'text-opacity': 1,
        'text-background-opacity': 0.9,
        'z-index': 5,
      },
    },
    {
      selector: 'node.chosen',
      style: {
        'outline-width': 4,
        'outline-color': palette.selected,
        'outline-offset': 3,
        'font-weight': 700,
        'min-zoomed-font-size': 0,
        'z-index': 10,
      },
    },
  ];
}
