/** The drawing library, which is fetched only where something is drawn; fetched once. */
export const loadCytoscape = () => import('cytoscape');
