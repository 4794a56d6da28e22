import type { DrawnNode } from './drawing';
import { iconAddress } from './glyphs';
import { type Category, lookOf } from './look';
import type { Palette } from './palette';

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
export function shapeOf(category: Category): string {
  return shapes[category];
}

const longestLine = 26;

/** Cuts the middle out of a long name: ids and ARNs differ at their ends. */
export function shorten(text: string, longest = longestLine): string {
  if (text.length <= longest) return text;
  const tail = Math.floor((longest - 1) / 2);
  return `${text.slice(0, longest - 1 - tail)}…${text.slice(-tail)}`;
}

/** What a node on the canvas bears; strings that come out of a file are only ever drawn as text. */
export function nodeData(node: DrawnNode, palette: Palette, withId: boolean) {
  const look = lookOf(node.resourceType);
  const colour = palette.categories[look.category];
  const isReference = node.index === undefined;
  const lines = [shorten(node.label), shorten(look.title)];
  if (withId && node.label !== node.resourceId) lines.splice(1, 0, shorten(node.resourceId));
  return {
    caption: lines.join('\n'),
    colour,
    fill: isReference ? palette.canvas : colour,
    icon: iconAddress(look.glyph, look.service, isReference ? colour : palette.glyph),
    shape: shapeOf(look.category),
  };
}

/** Cytoscape's style for a palette. */
export function stylesheet(palette: Palette): { selector: string; style: Record<string, unknown> }[] {
  const font = '"Open Sans", "Helvetica Neue", Roboto, Arial, sans-serif';
  return [
    {
      selector: 'node',
      style: {
        width: 46,
        height: 46,
        shape: 'data(shape)',
        'background-color': 'data(fill)',
        'background-image': 'data(icon)',
        'background-width': '62%',
        'background-height': '62%',
        'border-width': 2,
        'border-color': 'data(colour)',
        label: 'data(caption)',
        color: palette.text,
        'font-family': font,
        'font-size': 12,
        'line-height': 1.25,
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
        'font-size': 11,
        'text-background-color': palette.canvas,
        'text-background-opacity': 0.9,
        'text-background-padding': '2px',
        'min-zoomed-font-size': 8,
        'overlay-opacity': 0,
      },
    },
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
