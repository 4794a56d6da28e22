import type { ViewName } from '../page/graph-url';

/** The views that begin at a resource, as its panel and the keys offer them. */
export const viewsOfResource: readonly { view: ViewName; title: string }[] = [
  { view: 'neighborhood', title: 'Neighborhood' },
];
