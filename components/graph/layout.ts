export const layoutNames = ['fcose', 'breadthfirst', 'concentric', 'grid'] as const;
export type LayoutName = (typeof layoutNames)[number];

/** Up to this, columns read best: each relationship from left to right. */
const mostForColumns = 12;
/** Above this a force-directed layout takes more than the three seconds that a reader waits. */
const mostForForces = 2000;

/** The layout where the reader has not chosen one. */
export function defaultLayout(nodeCount: number): LayoutName {
  return nodeCount > mostForColumns && nodeCount <= mostForForces ? 'fcose' : 'breadthfirst';
}

/** Options of cytoscape and cytoscape-fcose for a layout of so many nodes. Nothing moves while it is computed. */
export function layoutOptions(
  name: LayoutName,
  nodeCount: number,
  cards: boolean,
): { name: LayoutName; [option: string]: unknown } {
  const common = { name, animate: false, fit: false, nodeDimensionsIncludeLabels: true };
  if (name === 'breadthfirst') return { ...common, directed: true, grid: true, spacingFactor: 1, avoidOverlap: true };
  if (name === 'concentric') {
    return {
      ...common,
      minNodeSpacing: 24,
      concentric: (node: { degree(): number }) => node.degree(),
      levelWidth: (nodes: { maxDegree(): number }) => Math.max(1, nodes.maxDegree() / 6),
    };
  }
  if (name === 'grid') return { ...common, avoidOverlapPadding: 20, condense: true };
  return {
    ...common,
    quality: nodeCount <= 500 ? 'proof' : 'default',
    randomize: true,
    packComponents: false,
    nodeSeparation: cards ? 200 : 90,
    // Between cards an edge is long enough for its name.
    idealEdgeLength: cards ? 130 : 45,
    nodeRepulsion: cards ? 9000 : 4500,
    gravity: cards ? 0.3 : 0.5,
  };
}

/**
 * Runs `work`, which must be synchronous, with chance that is the same each time: fcose asks Math.random for where to start, and
 * the same graph should look the same each time it is opened.
 */
export function withFixedChance<Result>(work: () => Result): Result {
  const chance = Math.random;
  let state = 0x2545f491;
  Math.random = () => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  try {
    return work();
  } finally {
    Math.random = chance;
  }
}
