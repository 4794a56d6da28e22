import type { Category } from './node-style';

export type Mode = 'light' | 'dark';

/** Colours of the drawing: those of Cloudscape's page, and one for each category that stands out on it. */
export interface Palette {
  canvas: string;
  text: string;
  quietText: string;
  edge: string;
  edgeText: string;
  selected: string;
  /** On a category's colour. */
  glyph: string;
  categories: Record<Category, string>;
  /** What became of a resource between two snapshots. */
  changes: Record<'added' | 'removed' | 'changed', string>;
}

export const palettes: Record<Mode, Palette> = {
  light: {
    canvas: '#ffffff',
    text: '#0f141a',
    quietText: '#424650',
    edge: '#7a8290',
    edgeText: '#424650',
    selected: '#006ce0',
    glyph: '#ffffff',
    categories: {
      compute: '#c2500a',
      storage: '#3c7a1e',
      network: '#7437d6',
      security: '#c4203f',
      database: '#2460c4',
      messaging: '#b42494',
      management: '#0b7568',
      other: '#5a6472',
    },
    changes: { added: '#00802f', removed: '#db0000', changed: '#855900' },
  },
  dark: {
    canvas: '#161d26',
    text: '#f3f3f7',
    quietText: '#c6c6cd',
    edge: '#8c95a3',
    edgeText: '#c6c6cd',
    selected: '#42b4ff',
    glyph: '#0f141a',
    categories: {
      compute: '#ff9e57',
      storage: '#8ed069',
      network: '#b99dff',
      security: '#ff8c99',
      database: '#7fb5ff',
      messaging: '#f29be0',
      management: '#5ed3c2',
      other: '#aab4c1',
    },
    changes: { added: '#2bb534', removed: '#ff7a7a', changed: '#fbd332' },
  },
};
