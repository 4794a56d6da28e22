import type { Form } from '../style/stylesheet';

export const layoutNames = ['fcose', 'breadthfirst', 'concentric', 'grid'] as const;
export type LayoutName = (typeof layoutNames)[number];

/** Up to this, columns read best: each relationship from left to right. */
const mostForColumns = 12;
/** Above this even a rough force-directed layout takes more than the three seconds that a reader waits. */
const mostForForces = 2000;

/** The layout where the reader has not chosen one. */
export function defaultLayout(nodeCount: number): LayoutName {
  return nodeCount > mostForColumns && nodeCount <= mostForForces ? 'fcose' : 'breadthfirst';
}

/** Whether there are too many nodes for forces between each of them. */
export function isDense(nodeCount: number): boolean {
  return nodeCount > 350;
}

/** By form: between cards an edge is long enough for its name; where nodes are small they may stand close. */
const forces: Record<
  Form,
  { nodeSeparation: number; idealEdgeLength: number; nodeRepulsion: number; gravity: number }
> = {
  card: { nodeSeparation: 200, idealEdgeLength: 130, nodeRepulsion: 9000, gravity: 0.3 },
  icon: { nodeSeparation: 90, idealEdgeLength: 45, nodeRepulsion: 4500, gravity: 0.5 },
  dot: { nodeSeparation: 90, idealEdgeLength: 55, nodeRepulsion: 5000, gravity: 0.4 },
};

/** Options of cytoscape and cytoscape-fcose for a layout of so many nodes. Nothing moves while it is computed. */
export function layoutOptions(
  name: LayoutName,
  form: Form,
  nodeCount: number,
): { name: LayoutName; [option: string]: unknown } {
  const common = { name, animate: false, fit: false, nodeDimensionsIncludeLabels: true };
  if (name === 'concentric') {
    return {
      ...common,
      nodeDimensionsIncludeLabels: form === 'card',
      minNodeSpacing: form === 'card' ? 24 : 54,
      concentric: (node: { degree(): number }) => node.degree(),
      levelWidth: (nodes: { maxDegree(): number }) => Math.max(1, nodes.maxDegree() / 6),
    };
  }
  if (name === 'grid') return { ...common, avoidOverlapPadding: 20, condense: true };
  return {
    ...common,
    // Forces among many nodes round a few hubs take a minute: from here on only where things belong, and room is made afterwards.
    quality: isDense(nodeCount) ? 'draft' : 'proof',
    randomize: true,
    packComponents: false,
    ...forces[form],
  };
}

/**
 * Runs `work`, which must be synchronous, with a random generator of a fixed seed: fcose asks Math.random for where to start, and
 * the same graph should look the same each time it is opened.
 */
export function withSeededRandom<Result>(work: () => Result): Result {
  const original = Math.random;
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
    Math.random = original;
  }
}
