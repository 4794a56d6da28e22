import { z } from 'zod';
import { objectRequest } from './buckets';
import { comparisonView } from './comparison';
import { derivedProgress, dimmed, graphEdge, graphFilter, graphNode, unmatched } from './graph';
import { documentAtRequest } from './moment';

const boxIds = z.array(z.string().max(4096)).max(1000).default([]);

/** By what the boxes of a map are made; `tag:Team` by the values of the tag `Team`. */
export const mapGrouping = z.union([
  z.enum(['network', 'service', 'type', 'stack']),
  z
    .string()
    .startsWith('tag:')
    .max(260)
    .transform((text) => text as `tag:${string}`),
]);
export type MapGrouping = z.infer<typeof mapGrouping>;

/**
 * GET /api/snapshots/map?bucket=&key=&at=&group=&open=&closed=&more=&show=&limit=&unmatched= and `graphFilter`: the boxes of a snapshot and the
 * cards in those that are open. The server opens so many boxes that about `limit` cards and closed boxes are to be seen, and folds what is alike.
 */
export const mapRequest = documentAtRequest.extend({
  group: mapGrouping.default('network'),
  /** Ids of boxes that the reader opened or unfolded, and of those that were closed. A box in both is closed. */
  open: boxIds,
  closed: boxIds,
  /** Ids of open boxes of which a page more is shown, for each time that they stand here. */
  more: boxIds,
  /** Ids of resources that are shown wherever they lie, and whatever is closed: of a box in `closed` they are shown alone. */
  show: z.array(z.string().max(2048)).max(100).default([]),
  ...graphFilter,
  unmatched,
  /** Found in type, id, name or zone, whatever the case. */
  search: z.string().max(256).default(''),
  limit: z.coerce.number().int().min(10).max(2000).default(150),
  /** The key of an earlier snapshot in the bucket: the map tells what differs from it, and opens the boxes in which something does. */
  against: objectRequest.shape.key.optional(),
});
export type MapRequest = z.infer<typeof mapRequest>;

const changeCount = z.number().int();
/** What became of a resource since the earlier snapshot. */
const changed = {
  change: z.enum(['added', 'removed', 'changed']).optional(),
  /** Place in the earlier file of what was removed or changed; what was removed has no other. */
  before: z.number().int().optional(),
};

export const mapBox = z.object({
  /** The same in every snapshot: of a VPC or subnet the id of the resource, else a text such as `region:111122223333/us-east-1`. */
  id: z.string(),
  kind: z.enum(['account', 'region', 'vpc', 'zone', 'subnet', 'service', 'type', 'tag', 'stack', 'alike']),
  /** Of an `alike` box the type of what is folded in it. */
  label: z.string(),
  /** The box around it. */
  parent: z.string().optional(),
  /** Resources of the snapshot in it that match, shown or not; the resource that it is itself counts in the box around it. */
  count: z.number().int(),
  /** Resources in it that are referred to and not in the snapshot. */
  missingCount: z.number().int(),
  open: z.boolean(),
  /** The reader closed it, or it is folded, and it is open for what is to be seen in any case (`show`), and for nothing else. */
  partly: z.literal(true).optional(),
  /** The most frequent first, at most 12. */
  types: z.array(z.object({ resourceType: z.string(), count: z.number().int() })),
  /** Of the resource that it is: its place in the file. */
  index: z.number().int().optional(),
  /** Of the resource that it is, or of those that are folded in it. */
  resourceType: z.string().optional(),
  /** It is referred to and not in the snapshot. */
  missing: z.literal(true).optional(),
  /** Boxes and cards of an open box that are beyond its page. */
  more: z.number().int().optional(),
  ...changed,
  dimmed,
  /** Resources in it that match, where what does not is marked. */
  matching: z.number().int().optional(),
  /** Resources in it that differ from the earlier snapshot; absent where none does. */
  changes: z.object({ added: changeCount, removed: changeCount, changed: changeCount }).optional(),
});
export type MapBox = z.infer<typeof mapBox>;

export const mapCard = graphNode.extend({
  /** The id of the box in which it lies. */
  box: z.string(),
  /** The id of the card on which it rides: one in the same box, which rides on none itself. */
  docksTo: z.string().optional(),
  /** It is referred to and not in the snapshot. */
  missing: z.literal(true).optional(),
  ...changed,
});
export type MapCard = z.infer<typeof mapCard>;

export const mapView = z.object({
  totals: z.object({
    /** Resources of the snapshot, and relationships as their items tell them: of several items of one resource the newest. */
    resources: z.number().int(),
    relationships: z.number().int(),
    /** Resources that are referred to and not in the snapshot. */
    missing: z.number().int(),
    /** Resources that match the filters. */
    matching: z.number().int(),
  }),
  /** Resources of the snapshot that are cards or boxes in this answer. */
  shown: z.object({ resources: z.number().int() }),
  /** Outer boxes before inner ones, as they are drawn. */
  boxes: z.array(mapBox),
  /** As they are drawn. */
  cards: z.array(mapCard),
  /** Of all resources of both snapshots, where one is compared with an earlier one. */
  changes: comparisonView.shape.counts.optional(),
  /** Where a filter asks for relationships. */
  derived: derivedProgress.optional(),
});
export type MapView = z.infer<typeof mapView>;

/** The ids of the boxes around a resource, the outermost first, with that of the fold in which it may be, and at last its own. */
const path = z.array(z.string());

/**
 * GET /api/snapshots/map/edges?bucket=&key=&at=&group=&of= : what the asked resources are related to, recorded or derived, and where on the map
 * that is. With `all=1` and the parameters of the map: all relationships, as lines between what that map shows. What `relationships` does not
 * name is left out, or marked. With `against`, what was removed since that earlier snapshot has the relationships that it had.
 */
export const mapEdgesRequest = mapRequest.extend({
  /** Ids of resources. */
  of: z.array(z.string().max(2048)).max(100).default([]),
  all: z
    .literal('1')
    .optional()
    .transform((value) => value === '1'),
  /** With `all`: whether what is derived is among them. It is begun to be read for that. */
  derived: z.enum(['read', 'none']).default('read'),
});
export type MapEdgesRequest = z.infer<typeof mapEdgesRequest>;
export const mapEdge = graphEdge.extend({
  /** One of its ends was removed since the earlier snapshot, in which it stands. */
  change: z.literal('removed').optional(),
  sourcePath: path,
  targetPath: path,
  /** Of a line to a box: the pairs of resources that are related, where it is more than one. */
  count: z.number().int().optional(),
});
export const mapEdgesView = z.object({
  /** At most 5,000. With `all` source and target are what is shown, and the only step of their paths. */
  edges: z.array(mapEdge),
  /**
   * How many relationships there are. Of a resource with more than 1,000 neighbours those that are left out count as one each; with `all` it
   * is the number of pairs of resources that are related.
   */
  total: z.number().int(),
  /** With `all`, where what is derived is asked for. */
  derived: derivedProgress.optional(),
});
export type MapEdgesView = z.infer<typeof mapEdgesView>;

/**
 * GET /api/snapshots/map/find?bucket=&key=&at=&group=&text=&limit= : with `against`, what was removed since that earlier snapshot is found as well.
 */
export const mapFindRequest = mapRequest
  .pick({ bucket: true, key: true, at: true, group: true, against: true })
  .extend({
    /**
     * Found in the id, the name or the value of a tag, whatever the case; or the ARN of a resource; or an IP address or CIDR block, or how one
     * begins, that stands in the configuration of an interface, an instance, an Elastic IP address, a NAT gateway, a subnet or a VPC.
     */
    text: z.string().min(1).max(2048),
    limit: z.coerce.number().int().min(1).max(200).default(20),
  });
export const mapFindView = z.object({
  /** First those that are called so, then those that begin with it, then those that hold it, then those that are tagged with it. */
  matches: z.array(
    graphNode
      .omit({ degree: true, dimmed: true })
      .extend({ path, change: z.literal('removed').optional(), before: changed.before }),
  ),
  total: z.number().int(),
  /** Addresses are still being read for the first time, and are not searched yet: the share that is read, from 0 to 1. Ask again. */
  addressesRead: z.number().optional(),
});
export type MapFindView = z.infer<typeof mapFindView>;
