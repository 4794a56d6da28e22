import { z } from 'zod';
import { derivedProgress, graphEdge, graphFilter, graphNode } from './graph';
import { documentAtRequest } from './moment';

/** A resource of the snapshot, as `id` of a node, or `type/id` where only one resource bears them. */
const resource = z.string().min(1).max(2048);

/** A relationship with which of its ends depends on which. It reads as source, name, target, whoever depends. */
export const dependencyEdge = graphEdge.extend({
  /** The end that depends on the other; `both` where each does. */
  dependent: z.enum(['source', 'target', 'both']),
  /** Why, as a sentence. */
  reason: z.string(),
});
export type DependencyEdge = z.infer<typeof dependencyEdge>;

/** GET /api/snapshots/impact?bucket=&key=&at=&of=&direction=&depth=&limit= and `graphFilter`: what does not match is marked, never left out. */
export const impactRequest = documentAtRequest.extend({
  ...graphFilter,
  of: resource,
  /** `dependents`: what depends on the resource; `dependencies`: what it depends on. */
  direction: z.enum(['dependents', 'dependencies']).default('dependents'),
  /** Steps from the resource. */
  depth: z.coerce.number().int().min(1).max(64).default(6),
  /** The most nodes to give; the nearest ones come first, and of a depth the best connected. */
  limit: z.coerce.number().int().min(1).max(2000).default(300),
  /** `known`: of a large document derived relationships are not begun to be read for this question alone. */
  derived: z.enum(['read', 'known']).default('read'),
});
export type ImpactRequest = z.infer<typeof impactRequest>;

export const impactView = z.object({
  /** The resource itself. */
  of: graphNode,
  /** Without the resource itself, nearest first. */
  nodes: z.array(graphNode.extend({ depth: z.number().int() })),
  /** All relationships among the resource and these. */
  edges: z.array(dependencyEdge),
  /** All that is reached within the depth. */
  totalNodes: z.number().int(),
  /** How many are reached at each depth, from 1 on. */
  levels: z.array(z.object({ depth: z.number().int(), count: z.number().int() })),
  /** `nodes` are not all of them. */
  truncated: z.literal(true).optional(),
  /** There is more beyond the depth. */
  deeper: z.literal(true).optional(),
  derived: derivedProgress,
});
export type ImpactView = z.infer<typeof impactView>;

/** GET /api/snapshots/path?bucket=&key=&at=&from=&to= and `graphFilter`, as for an impact. */
export const pathRequest = documentAtRequest.extend({ ...graphFilter, from: resource, to: resource });
export type PathRequest = z.infer<typeof pathRequest>;

export const pathView = z.object({
  from: graphNode,
  to: graphNode,
  /** Relationships from the one to the other; absent where no path leads there. */
  length: z.number().int().optional(),
  /** The shortest paths, at most 20: ids of nodes from the one to the other. */
  paths: z.array(z.array(z.string())),
  /** The two, and all that is on these paths. */
  nodes: z.array(graphNode),
  /** All relationships along the paths: two resources may be related by several. */
  edges: z.array(dependencyEdge),
  /** There are more paths of this length. */
  more: z.literal(true).optional(),
  derived: derivedProgress,
});
export type PathView = z.infer<typeof pathView>;
