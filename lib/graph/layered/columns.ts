/** What stands in columns, and what leads from where to where. */
export interface Flow {
  nodes: readonly { id: string }[];
  edges: readonly { source: string; target: string }[];
}

interface Sizes {
  /** From one step to the next. */
  column: number;
  /** Between two columns of one step. */
  besides: number;
  /** From one row to the next. */
  row: number;
  /** A step with more than this stands in several columns. */
  mostRows: number;
}

/**
 * Places in columns, so that what leads somewhere does so from left to right: a volume, its instance, the instance's subnet. Within a
 * column, nodes stand near what they relate to in the column before. Columns are centred on one height.
 */
export function columns(flow: Flow, { column, besides, row, mostRows }: Sizes): Map<string, { x: number; y: number }> {
  const places = new Map<string, { x: number; y: number }>();
  let left = 0;
  for (const ids of steps(flow)) {
    const count = Math.max(1, Math.ceil(ids.length / mostRows));
    const rows = Math.ceil(ids.length / count);
    ids.forEach((id, place) => {
      const inColumn = Math.min(rows, ids.length - Math.floor(place / rows) * rows);
      const y = ((place % rows) - (inColumn - 1) / 2) * row;
      places.set(id, { x: left + Math.floor(place / rows) * besides, y });
    });
    left += column + (count - 1) * besides;
  }
  return places;
}

/** Nodes by the number of steps that lead to them; within a step in the order of what they relate to in the steps before. */
function steps({ nodes, edges }: Flow): string[][] {
  const order = nodes.map(({ id }) => id);
  const targets = new Map<string, string[]>(order.map((id) => [id, []]));
  const neighbours = new Map<string, string[]>(order.map((id) => [id, []]));
  for (const { source, target } of edges) {
    if (source === target) continue;
    targets.get(source)?.push(target);
    neighbours.get(source)?.push(target);
    neighbours.get(target)?.push(source);
  }
  const groups: string[][] = [];
  for (const [id, depth] of depthsOf(order, targets)) {
    groups[depth] ??= [];
    groups[depth].push(id);
  }
  const heights = new Map<string, number>();
  return Array.from(groups, (ids = []) => {
    const height = (id: string) => mean((neighbours.get(id) ?? []).flatMap((each) => heights.get(each) ?? []));
    const sorted = ids
      .map((id, place) => ({ id, place, height: height(id) }))
      .sort((a, b) => a.height - b.height || a.place - b.place);
    sorted.forEach(({ id }, place) => {
      heights.set(id, (place + 0.5) / sorted.length);
    });
    return sorted.map(({ id }) => id);
  });
}

/** The longest way that leads to each node, ways that run in a circle left aside; what nothing leads to stands close to its first target. */
function depthsOf(order: readonly string[], targets: ReadonlyMap<string, readonly string[]>): Map<string, number> {
  const finished: string[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const forward = new Map<string, string[]>(order.map((id) => [id, []]));
  const visit = (id: string) => {
    state.set(id, 'open');
    for (const target of targets.get(id) ?? []) {
      if (state.get(target) === 'open') continue;
      forward.get(id)?.push(target);
      if (!state.has(target)) visit(target);
    }
    state.set(id, 'done');
    finished.push(id);
  };
  for (const id of order) if (!state.has(id)) visit(id);

  const depths = new Map(order.map((id) => [id, 0]));
  const led = new Set<string>();
  for (const id of finished.toReversed()) {
    for (const target of forward.get(id) ?? []) {
      led.add(target);
      depths.set(target, Math.max(depths.get(target) ?? 0, (depths.get(id) ?? 0) + 1));
    }
  }
  for (const id of order) {
    const next = (forward.get(id) ?? []).map((target) => depths.get(target) ?? 0);
    if (!led.has(id) && next.length > 0) depths.set(id, Math.min(...next) - 1);
  }
  return depths;
}

function mean(values: readonly number[]): number {
  return values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;
}
