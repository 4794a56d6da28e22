import { changeNames } from '@/lib/graph/style/changes';
import type { Palette } from '@/lib/graph/style/palette';
import { font, lines, type Styles } from './line-styles';
import { captionSizes, pinSize, titleSizes } from './node-data';

/** Cytoscape's style for a palette. Boxes lie under the lines, the lines under the resources. */
export function stylesheet(palette: Palette): Styles {
  return [
    {
      selector: 'node',
      style: {
        width: 'data(width)',
        height: 'data(height)',
        'font-family': font,
        color: palette.text,
        'text-wrap': 'wrap',
        'text-max-width': '2000px',
        'overlay-opacity': 0,
        'z-index-compare': 'manual',
        'z-index': 'data(depth)',
      },
    },
    ...resources(palette),
    ...boxes(palette),
    ...pins,
    ...lines(palette),
    {
      selector: 'node.chosen',
      style: { 'outline-width': 4, 'outline-color': palette.selected, 'outline-offset': 2, 'outline-opacity': 1 },
    },
    { selector: 'node.pointed', style: { 'border-width': 3 } },
    ...changes(palette),
    {
      selector: 'core',
      style: {
        'selection-box-color': palette.selected,
        'selection-box-opacity': 0.15,
        'selection-box-border-color': palette.selected,
        'selection-box-border-width': 1.5,
      },
    },
    { selector: '.dimmed', style: { opacity: 0.25 } },
  ];
}

function resources(palette: Palette): Styles {
  return [
    {
      selector: 'node.resource',
      style: {
        shape: 'data(shape)',
        label: 'data(caption)',
        'background-color': 'data(fill)',
        'background-image': 'data(icon)',
        'background-width': 'data(iconSize)',
        'background-height': 'data(iconSize)',
        'border-width': 1.5,
        'border-color': 'data(colour)',
        'font-size': captionSizes.card,
        'line-height': 1.2,
        'min-zoomed-font-size': 5.5,
      },
    },
    {
      selector: 'node.card, node.strip',
      style: {
        'background-position-x': 6,
        'background-position-y': '50%',
        // The caption stands right of the icon: cytoscape reckons from the right border of the node.
        'text-halign': 'right',
        'text-valign': 'center',
        'text-margin-x': 'data(captionShift)',
        'text-justification': 'left',
      },
    },
    {
      selector: 'node.strip',
      style: { 'font-size': captionSizes.strip, 'border-width': 1, 'background-position-x': 4 },
    },
    {
      selector: 'node.card.far, node.strip.far',
      style: { label: 'data(captionFar)', 'font-size': captionSizes.far },
    },
    { selector: 'node.tile', style: { 'border-width': 1 } },
    {
      selector: 'node.icon',
      style: {
        'font-size': 13,
        'text-valign': 'bottom',
        'text-margin-y': 4,
        'text-background-color': palette.canvas,
        'text-background-opacity': 0.8,
        'text-background-padding': '1px',
      },
    },
    // Where all is too small to read, the names of the best connected still tell where one is.
    {
      selector: 'node.hub',
      style: { 'font-size': 'data(hubSize)', 'font-weight': 600, 'min-zoomed-font-size': 0, 'z-index': 70 },
    },
    {
      selector: 'node.missing',
      style: { 'border-style': 'dashed', 'border-dash-pattern': [5, 4], 'border-width': 2, color: palette.quietText },
    },
  ];
}

/** In the right upper corner, beside the drawing of the type. */
const pins: Styles = [
  {
    selector: 'node.resource.pinned',
    style: {
      'background-image': 'data(drawings)',
      'background-width': 'data(drawingSizes)',
      'background-height': 'data(drawingSizes)',
      'background-position-x': ['50%', '100%'],
      'background-position-y': ['50%', 0],
      'background-offset-x': [0, -2],
      'background-offset-y': [0, 2],
    },
  },
  {
    selector: 'node.pinned.card, node.pinned.strip',
    style: { 'background-position-x': ['7px', '100%'] },
  },
  {
    selector: 'node.box.pinned',
    style: {
      'background-image': 'data(pin)',
      'background-width': pinSize,
      'background-height': pinSize,
      'background-position-x': '100%',
      'background-position-y': 0,
      'background-offset-x': -3,
      'background-offset-y': 3,
    },
  },
];

function boxes(palette: Palette): Styles {
  return [
    {
      selector: 'node.box',
      style: {
        shape: 'round-rectangle',
        'corner-radius': 8,
        label: 'data(caption)',
        'background-color': 'data(colour)',
        'background-opacity': 0.05,
        'border-width': 1.5,
        'border-color': 'data(colour)',
        'font-size': titleSizes.near,
        'font-weight': 600,
        'text-halign': 'right',
        'text-valign': 'top',
        'text-margin-x': 'data(captionShift)',
        'text-margin-y': titleSizes.near * 1.2 + 5,
        'text-justification': 'left',
        'min-zoomed-font-size': 5.5,
      },
    },
    { selector: 'node.box.vpc, node.box.subnet', style: { 'border-width': 2 } },
    {
      selector: 'node.box.folded',
      style: {
        'background-opacity': 0.14,
        'text-valign': 'center',
        'text-margin-y': 0,
        'line-height': 1.3,
        'font-size': titleSizes.folded,
        'border-style': 'double',
        'border-width': 5,
      },
    },
    {
      selector: 'node.box.missing',
      style: { 'border-style': 'dashed', 'border-dash-pattern': [7, 5], 'border-width': 2 },
    },
    {
      selector: 'node.box.far',
      style: { label: 'data(captionFar)', 'font-size': titleSizes.far, 'text-margin-y': titleSizes.far * 1.2 + 2 },
    },
    { selector: 'node.box.far.folded', style: { 'font-size': titleSizes.foldedFar, 'text-margin-y': 0 } },
    {
      selector: 'node.box.farther',
      style: {
        label: 'data(captionFarther)',
        'font-size': titleSizes.farther,
        'text-margin-y': titleSizes.farther * 1.1,
        color: palette.text,
      },
    },
  ];
}

/** In a picture of two snapshots. A sign before the name tells the same as the colour. */
function changes({ changes: colours, edge, quietText }: Palette): Styles {
  return [
    {
      selector: 'node.resource.unchanged',
      style: { 'border-color': edge, color: quietText, 'background-image-opacity': 0.45, 'border-opacity': 0.6 },
    },
    { selector: 'node.box.unchanged', style: { 'border-color': edge, 'background-color': edge, color: quietText } },
    ...changeNames.flatMap((change) => [
      {
        selector: `node.resource.${change}`,
        style: { 'border-color': colours[change], 'border-width': 3, color: colours[change], 'font-weight': 600 },
      },
      {
        selector: `node.box.${change}`,
        style: { 'border-color': colours[change], 'background-color': colours[change], color: colours[change] },
      },
    ]),
    {
      selector: 'edge.removed',
      style: {
        'line-color': colours.removed,
        'target-arrow-color': colours.removed,
        'line-style': 'dashed',
        'line-dash-pattern': [2, 4],
      },
    },
    {
      selector: 'node.removed',
      style: { 'border-style': 'dashed', 'border-dash-pattern': [2, 4], 'background-image-opacity': 0.6 },
    },
  ];
}
