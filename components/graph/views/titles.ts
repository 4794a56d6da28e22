import type { ViewName } from '../page/graph-url';

/** The views as the switch names them. */
export const viewTitles: Record<ViewName, string> = {
  map: 'Map',
  neighborhood: 'Neighborhood',
  impact: 'Impact',
  path: 'Path',
  everything: 'Everything',
};
