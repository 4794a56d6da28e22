import type { Drawing } from './drawing';
import type { Point } from './placement';

interface Sizes {
  /** Between the middles of two columns. */
  column: number;
  /** Between the middles of two nodes in a column. */
  row: number;
}

/**
 * Places for a small drawing in columns, so that relationships lead from left to right: a volume, its instance, the instance's
 * subnet. Within a column, nodes stand near what they relate to in the column before.
 */
export function columns({ nodes, edges }: Drawing, { column, row }: Sizes): Map<string, Point> {
  const order = nodes.map(({ id }) => id);
  const targets = new Map<string, string[]>(order.map((id) => [id, []]));
  const neighbours = new Map<string, string[]>(order.map((id) => [id, []]));
  for (const { source, target } of edges) {
    if (source === target) continue;
    targets.get(source)?.push(target);
    neighbours.get(source)?.push(target);
    neighbours.get(target)?.push(source);
  }
  const depths = depthsOf(order, targets);
  const places = new Map<string, Point>();
  const last = Math.max(0, ...depths.values());
  for (let depth = 0; depth <= last; depth++) {
    const height = (id: string) => mean((neighbours.get(id) ?? []).flatMap((each) => places.get(each)?.y ?? []));
    const inColumn = order
      .filter((id) => depths.get(id) === depth)
      .map((id, place) => ({ id, place, height: height(id) }))
      .sort((a, b) => a.height - b.height || a.place - b.place);
    inColumn.forEach(({ id }, place) => {
      places.set(id, { x: depth * column, y: (place - (inColumn.length - 1) / 2) * row });
    });
  }
  return places;
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
