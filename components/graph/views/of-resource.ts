import type { PictureState } from '../page/graph-url';

/** The views that begin at a resource, as its panel and the keys offer them. */
export const viewsOfResource: readonly (Pick<PictureState, 'view'> & Partial<PictureState> & { title: string })[] = [
  { view: 'neighborhood', title: 'Neighborhood' },
  { view: 'impact', direction: 'in', title: 'What depends on this' },
  { view: 'impact', direction: 'out', title: 'What this depends on' },
  { view: 'path', title: 'Path from here' },
];
