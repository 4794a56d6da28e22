import type { Palette } from '@/lib/graph/style/palette';

/** Rules of cytoscape's style. */
export type Styles = { selector: string; style: Record<string, unknown> }[];

export const font = '"Open Sans", "Helvetica Neue", Roboto, Arial, sans-serif';

/** How lines look: what is derived is dotted, what is chosen stands out. */
export function lines(palette: Palette): Styles {
  return [
    {
      selector: 'edge',
      style: {
        width: 1.6,
        'curve-style': 'bezier',
        'line-color': palette.edge,
        'target-arrow-shape': 'triangle',
        'target-arrow-color': palette.edge,
        'arrow-scale': 1.1,
        label: 'data(caption)',
        color: palette.edgeText,
        'font-family': font,
        'font-size': 11.5,
        'text-background-color': palette.canvas,
        'text-background-opacity': 0.92,
        'text-background-padding': '2px',
        'min-zoomed-font-size': 6.5,
        'overlay-opacity': 0,
        'z-index-compare': 'manual',
        'z-index': 50,
      },
    },
    { selector: 'edge.bundle', style: { width: 3 } },
    // Dots, and an empty head: told apart where the dots are too small to be seen as well.
    {
      selector: 'edge.derived',
      style: { 'line-style': 'dotted', 'target-arrow-fill': 'hollow', 'target-arrow-shape': 'vee' },
    },
    // A canvas full of lines is read by what they join: their names come with the resource that is chosen or pointed at.
    {
      selector: 'edge.many',
      style: {
        'curve-style': 'straight',
        width: 1,
        'text-opacity': 0,
        'text-background-opacity': 0,
        'arrow-scale': 0.8,
      },
    },
    { selector: 'edge.unpointed', style: { events: 'no' } },
    {
      selector: 'edge.near',
      style: {
        events: 'yes',
        width: 2.5,
        'line-color': palette.selected,
        'target-arrow-color': palette.selected,
        'text-opacity': 1,
        'text-background-opacity': 0.92,
        'z-index': 55,
      },
    },
  ];
}
