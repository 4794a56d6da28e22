import type { Picture } from '../picture';
import type { Mode } from '../style/palette';
import { edgesCsv, nodesCsv } from './csv';
import { drawio } from './drawio';
import { graphml } from './graphml';
import { pictureJson } from './json';
import { mermaid } from './mermaid';
import { type EmbeddedFont, svg } from './svg/svg';

/** What a file is written with besides the picture. */
export interface ExportSettings {
  mode: Mode;
  /** Of what is drawn: `Map of 111122223333_Config_…`. */
  title: string;
  fonts: readonly EmbeddedFont[];
}

/** A kind of file that a picture is written as. */
export interface ExportFormat {
  /** For people: `draw.io diagram`. */
  title: string;
  /** Of the file's name, dot included. */
  ending: string;
  mediaType: string;
  /** The content of the file; fails as the format's own function does. */
  write(picture: Picture, settings: ExportSettings): string;
}

/** The formats that are text; PNG is painted out of the first of them by who has a canvas. */
export const exportFormats = {
  svg: { title: 'SVG', ending: '.svg', mediaType: 'image/svg+xml', write: svg },
  drawio: {
    title: 'draw.io diagram',
    ending: '.drawio',
    mediaType: 'application/vnd.jgraph.mxfile',
    write: (picture, { title }) => drawio(picture, title),
  },
  mermaid: { title: 'Mermaid flowchart', ending: '.mmd', mediaType: 'text/vnd.mermaid', write: mermaid },
  graphml: { title: 'GraphML', ending: '.graphml', mediaType: 'application/graphml+xml', write: graphml },
  json: { title: 'JSON', ending: '.json', mediaType: 'application/json', write: pictureJson },
  nodes: { title: 'CSV of resources', ending: '-resources.csv', mediaType: 'text/csv', write: nodesCsv },
  edges: { title: 'CSV of relationships', ending: '-relationships.csv', mediaType: 'text/csv', write: edgesCsv },
} satisfies Record<string, ExportFormat>;
