/** How nodes stand where forces place them: few as cards to be read, more as icons with their names, many closer together. */
export type ForceForm = 'card' | 'icon' | 'dot';

/** The form for so many nodes. */
export function forceFormOf(nodeCount: number): ForceForm {
  if (nodeCount <= 40) return 'card';
  return nodeCount <= 200 ? 'icon' : 'dot';
}

/** Whether there are too many nodes for forces between each of them. */
export function isDense(nodeCount: number): boolean {
  return nodeCount > 350;
}

/** By form: between cards an edge is long enough for its name; where nodes are small they may stand close. */
const forces: Record<
  ForceForm,
  { nodeSeparation: number; idealEdgeLength: number; nodeRepulsion: number; gravity: number }
> = {
  card: { nodeSeparation: 200, idealEdgeLength: 130, nodeRepulsion: 9000, gravity: 0.3 },
  icon: { nodeSeparation: 90, idealEdgeLength: 45, nodeRepulsion: 4500, gravity: 0.5 },
  dot: { nodeSeparation: 90, idealEdgeLength: 55, nodeRepulsion: 5000, gravity: 0.4 },
};

/** Options of cytoscape-fcose for a layout of so many nodes. Nothing moves while it is computed. */
export function forceOptions(form: ForceForm, nodeCount: number): { name: 'fcose'; [option: string]: unknown } {
  return {
    name: 'fcose',
    animate: false,
    fit: false,
    nodeDimensionsIncludeLabels: false,
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
