import { z } from 'zod';
import { objectRequest } from './buckets';

/** GET /api/snapshots/graph?bucket=&key=&types=&focus=&hops=&direction=&limit= */
export const graphRequest = objectRequest.extend({
  types: z.array(z.string().max(256)).default([]),
  /** Node ids to grow from, or `type/id` where only one resource bears them; none: the whole snapshot, the best connected first. */
  focus: z.array(z.string().max(2048)).max(100).default([]),
  hops: z.coerce.number().int().min(1).max(6).default(1),
  /** Which way relationships are followed from the focus: `out` to what it depends on, `in` to what depends on it. */
  direction: z.enum(['in', 'out', 'both']).default('both'),
  limit: z.coerce.number().int().min(10).max(2000).default(300),
});
export type GraphRequest = z.infer<typeof graphRequest>;

export const graphNode = z.object({
  /** The resource's identity: account, Region, type in small letters and id, separated by slashes (`identityKey` of lib/items/identity.ts). */
  id: z.string(),
  accountId: z.string(),
  /** `global` for what is in no Region. */
  region: z.string(),
  resourceType: z.string(),
  resourceId: z.string(),
  /** The resource's name, else its Name tag, else its id. */
  label: z.string(),
  /** Place in the file; absent for a reference to something that is not in it. */
  index: z.number().int().optional(),
  /** Neighbours in the whole snapshot, drawn or not. */
  degree: z.number().int(),
});
export type GraphNode = z.infer<typeof graphNode>;

export const graphEdge = z.object({
  id: z.string(),
  source: z.string(),
  target: z.string(),
  /** From source's side, trimmed: `Is attached to Instance`. */
  name: z.string(),
  /** Target's own word for it, where it has one. */
  reverseName: z.string().optional(),
  /** Read out of a configuration: AWS Config draws no such relationship, and no delivered file has it. */
  derived: z.literal(true).optional(),
  /** The field that a derived one was read from: `configuration.routes[1].gatewayId`. */
  field: z.string().optional(),
});
export type GraphEdge = z.infer<typeof graphEdge>;

export const graphView = z.object({
  nodes: z.array(graphNode),
  edges: z.array(graphEdge),
  /** All there are in the snapshot for the chosen types; more than `nodes` when the limit cut it. */
  totalNodes: z.number().int(),
  types: z.array(z.object({ resourceType: z.string(), count: z.number().int() })),
});
export type GraphView = z.infer<typeof graphView>;
