import { Readable } from 'node:stream';
import { DomainError } from '../errors';
import { type Direction, reachable } from '../graph/reachable';
import type { ObjectStore } from '../object-store/port';
import { drawPart } from './graph/draw-part';
import type { ImpactRequest, PathRequest } from './graph/impact/index-impact';
import type { GraphQuery } from './graph/index-graph';
import { findOnMap } from './graph/map/find-on-map';
import { type MapEdgesQuery, mapEdges } from './graph/map/map-edges';
import { type MapQuery, type MapSearch, mapRequestOf } from './graph/map/map-request';
import { everyNode, type NodeFilter } from './graph/matching/node-filter';
import { readWhereAsked } from './graph/matching/read-where-asked';
import { findSnapshots } from './listing/find-snapshots';
import type { DocumentCache, DocumentName } from './opening/document-cache';
import { derivedRows } from './reading/derived-rows';
import { itemRow } from './reading/item-row';
import { readText, streamText } from './reading/item-text';
import { itemText, parseItem } from './reading/parse-item';
import { relatedItems } from './reading/related-items';
import type { ItemFilter } from './reading/search/choose-items';
import type { CountedBy } from './reading/search/count-values';
import type { ItemSearch } from './reading/search/search-items';
import type { SnapshotReader } from './reading/snapshot-reader';

/** An item's text above this is not sent to a page; it can be downloaded. */
const shownJsonBytes = 2 * 2 ** 20;
const shownRelated = 500;
/** Odd fields of an item that are told. */
const shownOdd = 100;
const shownCounts = 1000;

/** So many resources around a focus are looked at where only one direction is asked for. */
const mostAround = 2000;

/** A document with a moment (ISO): newer items do not count then. */
type DocumentMoment = DocumentName & { at?: string | undefined };

interface Span {
  /** Bytes in the document as JSON. */
  offset: number;
  length: number;
}

export type SnapshotsService = ReturnType<typeof createSnapshots>;

/** Reads back what buckets hold: which snapshots there are, and what stands in one. */
export function createSnapshots({
  store,
  cache,
  channelBucket,
}: {
  store: ObjectStore;
  cache: DocumentCache;
  /** The bucket of the delivery channel, where there is one. */
  channelBucket: () => Promise<string | undefined>;
}) {
  /** Where the text of an item lies. */
  async function itemAt(name: DocumentName, itemIndex: number): Promise<{ opened: SnapshotReader; span: Span }> {
    const opened = await cache.open(name);
    const { index } = opened.document;
    const [offset, length] = [index.offset[itemIndex], index.length[itemIndex]];
    if (offset !== undefined && length !== undefined) return { opened, span: { offset, length } };
    throw new DomainError(
      'not-found',
      'NoSuchItem',
      `The document has ${index.itemCount} items, counted from 0; there is no item ${itemIndex}.`,
    );
  }

  /** A document, or how it was at a moment. */
  async function openAt({ at, ...name }: DocumentMoment): Promise<SnapshotReader> {
    return (await cache.open(name)).at(at);
  }

  return {
    /** The snapshots in a bucket (the channel's where none is named), newest first, a page at a time. */
    async list(request: { bucket?: string; token?: string }) {
      const bucket = request.bucket ?? (await channelBucket());
      if (bucket === undefined) return { bucket: null, snapshots: [] };
      const page = await findSnapshots(store, bucket, { token: request.token });
      return {
        bucket,
        nextToken: page.nextToken,
        snapshots: page.snapshots.map(
          ({ key, configSnapshotId, accountId, region, deliveredAt, size, storageClass }) => ({
            key,
            configSnapshotId,
            accountId,
            region,
            deliveredAt: deliveredAt.toISOString(),
            size,
            storageClass,
          }),
        ),
      };
    },

    async document(name: DocumentName) {
      return (await cache.open(name)).describe();
    },

    /** How far the opening of a document is. Asking does not open it. */
    opening(name: DocumentName) {
      const progress = cache.progress(name);
      return progress ? { state: 'opening' as const, ...progress } : { state: 'idle' as const };
    },

    /** Ends the opening of a document, for all who wait for it. */
    cancelOpening(name: DocumentName) {
      return { cancelled: cache.cancel(name) };
    },

    async items({ bucket, key, ...search }: DocumentName & ItemSearch) {
      return (await cache.open({ bucket, key })).items.page(search);
    },

    /** How many items have each value of a column, the most frequent first. */
    async counts({ bucket, key, ...counting }: DocumentName & ItemFilter & { by: CountedBy }) {
      const opened = await cache.open({ bucket, key });
      const isOfRelationships = counting.by === 'relationship';
      const openText = () => streamText(store, opened.document);
      const derived = isOfRelationships ? await opened.derivedOfAll(openText) : undefined;
      return opened.items.counts({ ...counting, limit: shownCounts }, derived);
    },

    /** One item with its text exactly as it stands in the document. */
    async item({ bucket, key, at, index: itemIndex }: DocumentMoment & { index: number }) {
      const { opened: newest, span } = await itemAt({ bucket, key }, itemIndex);
      const opened = await newest.at(at);
      const { index } = opened.document;
      const bytes = await readText(store, opened.document, span);
      const row = itemRow(index, itemIndex);
      const odd: { field: string; problem: string }[] = [];
      const whole = parseItem({ bytes, offset: span.offset }, key, {}, (field, problem) => {
        if (odd.length < shownOdd) odd.push({ field, problem });
      });
      const { related, total } = relatedItems(index, itemIndex, shownRelated);
      const derived = await derivedRows(opened, itemIndex, whole, Math.max(0, shownRelated - related.length));
      return {
        row,
        odd,
        state: await (await opened.states())?.of(itemIndex),
        arn: whole.ARN,
        creationTime: whole.resourceCreationTime,
        tags: Object.entries(whole.tags).map(([name, value]) => ({ key: name, value })),
        related: [...related, ...derived],
        relatedTotal: total + derived.length,
        json: span.length <= shownJsonBytes ? itemText(bytes.toString('utf8')) : undefined,
        jsonSize: span.length,
      };
    },

    /** The document's JSON, decompressed, or that of one item, as a stream. */
    async json({ bucket, key, index: itemIndex }: DocumentName & { index?: number }): Promise<{
      body: Readable;
      size: number;
      fileName: string;
      contentType: string;
    }> {
      const contentType = 'application/json; charset=utf-8';
      if (itemIndex !== undefined) {
        const { opened, span } = await itemAt({ bucket, key }, itemIndex);
        const bytes = await readText(store, opened.document, span);
        const { resourceId } = itemRow(opened.document.index, itemIndex);
        const text = Buffer.from(itemText(bytes.toString('utf8')));
        return { body: Readable.from([text]), size: text.length, fileName: `${resourceId}.json`, contentType };
      }
      const { document } = await cache.open({ bucket, key });
      const name = key.slice(key.lastIndexOf('/') + 1).replace(/\.gz$/, '');
      const body = await streamText(store, document);
      return { body, size: document.metadata.jsonSize, fileName: name, contentType };
    },

    /** What is not as the rest in a document that was read all the same. */
    async notes(name: DocumentName) {
      return { notes: (await cache.open(name)).document.metadata.notes.first };
    },

    /** When items were captured, the newest time first: around a moment, or the newest ones. */
    async moments({ bucket, key, at, limit }: DocumentMoment & { limit: number }) {
      const { moments } = await cache.open({ bucket, key });
      const found = await moments.around(at === undefined ? undefined : Date.parse(at), limit);
      return { ...found, moments: found.moments.map(({ at, items }) => ({ at: new Date(at).toISOString(), items })) };
    },

    /** The items with the most neighbours, and what items name that is not in the document. */
    async references({ bucket, key, at, limit }: DocumentMoment & { limit: number }) {
      return (await openAt({ bucket, key, at })).references(limit);
    },

    /** The boxes in which the resources of a document lie, and those of them that are to be seen. */
    async map({ bucket, key, at, ...query }: DocumentMoment & MapQuery) {
      const opened = await openAt({ bucket, key, at });
      const request = mapRequestOf(query);
      const read = await readWhereAsked(store, opened, request.filter);
      return { ...(await opened.map.view({ ...request, derived: read?.columns })), derived: read?.progress };
    },

    /** Resources by a text in their id, name or tags, by their ARN or an IP address, with where they are on the map. */
    async findOnMap({ bucket, key, at, ...wanted }: DocumentMoment & MapSearch) {
      return findOnMap(store, await openAt({ bucket, key, at }), wanted);
    },

    /** What resources are related to, with where both ends are on the map; or, for all of them, the lines between what is to be seen. */
    async mapEdges({ bucket, key, at, ...query }: DocumentMoment & MapEdgesQuery) {
      return mapEdges(store, await openAt({ bucket, key, at }), query);
    },

    /** What depends on a resource, or what it depends on, over recorded and derived relationships of the whole document. */
    async impact({ bucket, key, at, of, direction, depth, limit, derived, ...filter }: Asked<ImpactRequest>) {
      const opened = await openAt({ bucket, key, at });
      const request = { of, direction, depth, limit, derived, filter: { ...everyNode, ...filter } };
      return opened.impact(request, () => streamText(store, opened.document));
    },

    /** The shortest paths between two resources, each relationship taken in both directions. */
    async paths({ bucket, key, at, from, to, ...filter }: Asked<PathRequest>) {
      const opened = await openAt({ bucket, key, at });
      const request = { from, to, filter: { ...everyNode, ...filter } };
      return opened.paths(request, () => streamText(store, opened.document));
    },

    /**
     * A part of the graph, with what is derived from the configurations of drawn items (of at most some hundred of them). In one
     * direction: of what is near in both, up to `mostAround` resources, that which is reached so.
     */
    async graph({ bucket, key, at, direction = 'both', unmatched = 'hide', focus, hops, limit, ...asked }: AskedGraph) {
      const opened = await openAt({ bucket, key, at });
      const filter = { ...everyNode, ...asked };
      const read = await readWhereAsked(store, opened, filter);
      const around = direction === 'both' ? limit : mostAround;
      const query = { filter, unmatched, focus, hops, limit: around, derived: read?.columns };
      const { part, focus: found } = await drawPart(store, opened, query);
      const drawn = reachable(part, { focus: found, direction, hops, limit });
      return { ...drawn, totals: await opened.totals(), derived: read?.progress };
    },
  };
}

/** A request about a document as the query of a URL has it: what does not filter lets in all. */
type Asked<Request extends { filter?: NodeFilter }> = DocumentMoment & Omit<Request, 'filter'> & Partial<NodeFilter>;
type AskedGraph = Asked<Omit<GraphQuery, 'unmatched' | 'derived'>> &
  Partial<Pick<GraphQuery, 'unmatched'>> & { direction?: Direction };
