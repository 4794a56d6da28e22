import { z } from 'zod';
import { documentAtRequest } from './moment';

const values = z.array(z.string().max(256)).default([]);

/** Which resources match. What is not given does not choose; lists are repeated names. */
export const graphFilter = {
  types: values,
  accounts: values,
  regions: values,
  zones: values,
  statuses: values,
  /** Each `key` or `key=value`; all of them must be there. */
  tags: z.array(z.string().max(512)).max(10).default([]),
  /**
   * Names of relationships, recorded or derived, as either end tells them, without spaces around them: both ends of such a relationship match.
   * What is derived counts once it is read; it is begun to be read.
   */
  relationships: values,
};
/** What becomes of what does not match: it is left out, or shown and marked as `dimmed`. */
export const unmatched = z.enum(['hide', 'dim']).default('hide');
/** It does not match, where that is marked. */
export const dimmed = z.literal(true).optional();

/** GET /api/snapshots/graph?bucket=&key=&at=&focus=&hops=&direction=&limit=&unmatched= and `graphFilter` */
export const graphRequest = documentAtRequest.extend({
  ...graphFilter,
  unmatched,
  /** Node ids to grow from, or `type/id` where only one resource bears them; none: the whole snapshot, the best connected first. */
  focus: z.array(z.string().max(2048)).max(100).default([]),
  /** Without a focus: resources that are in the answer whatever the limit, after all others. */
  pin: z.array(z.string().max(2048)).max(100).default([]),
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
  dimmed,
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
  dimmed,
});
export type GraphEdge = z.infer<typeof graphEdge>;

/** How far the reading of derived relationships is: they are read out of the whole document once, when first asked for. */
export const derivedProgress = z.object({
  /**
   * While they are read, an answer goes by recorded relationships alone: ask again. Of a failure one answer tells, and the next question
   * begins anew. `unread` where the question was content with what is known.
   */
  state: z.enum(['unread', 'reading', 'ready', 'failed']),
  /** Items that were gone through so far, and all. */
  read: z.number().int(),
  total: z.number().int(),
  /** Once they are read: how many there are in the document, and how many more lead to what is not in it. */
  relationships: z.number().int().optional(),
  unresolved: z.number().int().optional(),
  /** There are more than are kept. */
  cut: z.literal(true).optional(),
  /** Why it failed. */
  message: z.string().optional(),
});
export type DerivedProgress = z.infer<typeof derivedProgress>;

export const graphView = z.object({
  nodes: z.array(graphNode),
  edges: z.array(graphEdge),
  /** All in the snapshot that match, those included that are only referred to. */
  totalNodes: z.number().int(),
  /** Of a snapshot: its resources, relationships as their items tell them, and resources that are referred to and not in it. */
  totals: z
    .object({ resources: z.number().int(), relationships: z.number().int(), missing: z.number().int() })
    .optional(),
  /** All in the snapshot, whether they match or not. */
  types: z.array(z.object({ resourceType: z.string(), count: z.number().int() })),
  /** Where a filter asks for relationships. */
  derived: derivedProgress.optional(),
});
export type GraphView = z.infer<typeof graphView>;
