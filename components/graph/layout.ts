export const layoutNames = ['fcose', 'breadthfirst', 'concentric', 'grid'] as const;
export type LayoutName = (typeof layoutNames)[number];

/** Above this a force-directed layout takes more than the three seconds that a reader waits. */
const mostForForces = 2000;

/** The layout where the reader has not chosen one. */
export function defaultLayout(nodeCount: number): LayoutName {
  return nodeCount > mostForForces ? 'breadthfirst' : 'fcose';
}

interface EdgeForLayout {
  data(name: 'name'): string;
}

/** Options of cytoscape and cytoscape-fcose for a layout of so many nodes. Nothing moves while it is computed. */
export function layoutOptions(name: LayoutName, nodeCount: number): { name: LayoutName; [option: string]: unknown } {
  const common = { name, animate: false, fit: false, nodeDimensionsIncludeLabels: true };
  if (name === 'breadthfirst') return { ...common, directed: true, spacingFactor: 1.1, avoidOverlap: true };
  if (name === 'concentric') {
    return {
      ...common,
      minNodeSpacing: 30,
      concentric: (node: { degree(): number }) => node.degree(),
      levelWidth: () => 3,
    };
  }
  if (name === 'grid') return { ...common, avoidOverlapPadding: 24, condense: true };
  const few = nodeCount <= 40;
  return {
    ...common,
    quality: nodeCount <= 500 ? 'proof' : 'default',
    randomize: true,
    packComponents: false,
    nodeSeparation: few ? 180 : 110,
    // In a small graph an edge is as long as its name is wide, so that it can be read between the two nodes.
    idealEdgeLength: few ? (edge: EdgeForLayout) => Math.max(130, 60 + edge.data('name').length * 6.5) : 90,
    nodeRepulsion: few ? 9000 : 7000,
    gravity: few ? 0.25 : 0.4,
    tilingPaddingHorizontal: 60,
    tilingPaddingVertical: 40,
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
