import type { Picture, PictureEdge } from './picture';

/** A relationship, and where its ends are: the ids of the boxes round each, the outermost first, then the resource's own id. */
export interface PlacedEdge {
  id: string;
  source: string;
  target: string;
  name: string;
  derived?: true;
  field?: string;
  /** Relationships in it, where it is more than one. */
  count?: number;
  /** It does not match a filter that marks what does not. */
  dimmed?: true;
  /** One of its ends was removed since an earlier snapshot. */
  change?: 'removed';
  sourcePath: readonly string[];
  targetPath: readonly string[];
}

interface Bundles {
  /** Lines between what is drawn, each for one or more relationships. */
  edges: PictureEdge[];
  /** Relationships that are in a line. */
  drawn: number;
  /** Relationships that need no line: a box holds the other end, or one card rides on the other. */
  nested: number;
}

/**
 * The lines for relationships among what a picture shows: from the innermost thing that it shows of the one end to that of the other. What falls
 * together is one line with a count. Derived relationships, and those of what was removed, keep lines of their own, so that they can be told apart. A line is dimmed where
 * all of it is, or what it leads to.
 */
export function bundleEdges(edges: readonly PlacedEdge[], { boxes, nodes }: Omit<Picture, 'edges'>): Bundles {
  const shown = new Set([...boxes.map(({ id }) => id), ...nodes.map(({ id }) => id)]);
  const parents = new Map([...boxes, ...nodes].map(({ id, parent }) => [id, parent]));
  const owners = new Map(nodes.map(({ id, docksTo }) => [id, docksTo]));
  const innermost = (path: readonly string[]) => path.findLast((id) => shown.has(id));
  const standingBack = new Set([...boxes, ...nodes].filter(({ dimmed }) => dimmed).map(({ id }) => id));
  const bundles = new Map<string, PictureEdge>();
  let nested = 0;
  let drawn = 0;
  for (const { id, name, derived, field, count = 1, dimmed, change, sourcePath, targetPath } of edges) {
    const source = innermost(sourcePath);
    const target = innermost(targetPath);
    if (source === undefined || target === undefined) continue;
    if (source === target || isWithin(source, target, parents) || isWithin(target, source, parents)) {
      nested += count;
      continue;
    }
    if (isWithin(source, target, owners) || isWithin(target, source, owners)) {
      nested += count;
      continue;
    }
    drawn += count;
    const key = JSON.stringify([source, target, derived === true, ...(change ? [change] : [])]);
    const bundle = bundles.get(key);
    const isDimmed = dimmed || standingBack.has(source) || standingBack.has(target);
    if (bundle === undefined) {
      bundles.set(key, {
        id,
        source,
        target,
        name,
        ...(derived && { derived }),
        ...(field !== undefined && { field }),
        ...(count > 1 && { count }),
        ...(isDimmed && { dimmed: true }),
        ...(change && { change }),
      });
      continue;
    }
    bundle.count = (bundle.count ?? 1) + count;
    bundle.id = key;
    if (bundle.name !== name) bundle.name = 'Several relationships';
    if (bundle.field !== field) delete bundle.field;
    if (!isDimmed) delete bundle.dimmed;
  }
  return { edges: [...bundles.values()], drawn, nested };
}

/** Whether `inner` lies in `outer`, at any depth. */
function isWithin(inner: string, outer: string, parents: ReadonlyMap<string, string | undefined>): boolean {
  const seen = new Set<string>();
  let at = parents.get(inner);
  while (at !== undefined && !seen.has(at)) {
    if (at === outer) return true;
    seen.add(at);
    at = parents.get(at);
  }
  return false;
}
