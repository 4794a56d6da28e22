import { Readable } from 'node:stream';
import pLimit from 'p-limit';
import { csvLine } from '../../csv';
import { DomainError } from '../../errors';
import { diffItems } from '../../items/compare/diff';
import type { DocumentItem } from '../../items/form/read-item';
import type { ObjectStore } from '../../object-store/port';
import { itemChanges } from '../graph/map/difference/item-changes';
import { mapEdgesWithRemoved } from '../graph/map/difference/removed-edges';
import { viewDifference } from '../graph/map/difference/view-difference';
import { findOnBothMaps } from '../graph/map/find-on-map';
import type { MapEdgesQuery } from '../graph/map/map-edges';
import { type MapQuery, type MapSearch, mapRequestOf } from '../graph/map/map-request';
import { readWhereAsked } from '../graph/matching/read-where-asked';
import { indexSize } from '../index/index-file';
import { type DocumentCache, partsThatFit } from '../opening/document-cache';
import { readText } from '../reading/item-text';
import { itemText, parseItem } from '../reading/parse-item';
import type { SnapshotReader } from '../reading/snapshot-reader';
import { ResultCache } from '../result-cache';
import { type ComparedSide, type Comparison, compareIndexes, differences } from './compare-indexes';
import { compareStreams } from './compare-streams';
import { type Compared, type ComparisonFilter, changes, chosenRows, rowView, scopesOf } from './comparison-rows';

/** Two documents of one bucket, the earlier one first. */
export interface ComparisonName {
  bucket: string;
  key: string;
  otherKey: string;
}

/** A document, as it was at a moment where one is given, and the key of an earlier one that its map is compared with. */
interface ComparedMap {
  bucket: string;
  key: string;
  at?: string | undefined;
  against: string;
}

/** Stored bytes of both documents from which on they are compared as they are read: smaller ones are opened as soon. */
const streamedBytes = 8 * 2 ** 20;
/** Bytes of comparisons that are remembered: of documents that are open, and of others, with the items that differ. */
const [maxComparisonBytes, maxStreamedBytes] = [128 * 2 ** 20, 256 * 2 ** 20];

/**
 * Compares snapshots: which resources came, went and changed, and in what. `maxBytes` are the decompressed bytes that may be read of one;
 * `streamedFrom` the stored bytes of both from which on documents that were never opened are compared as they are read.
 */
export function createComparisons({
  store,
  cache,
  maxBytes,
  streamedFrom = streamedBytes,
}: {
  store: ObjectStore;
  cache: DocumentCache;
  maxBytes: number;
  streamedFrom?: number;
}) {
  const ofOpened = new ResultCache<string, Comparison>({ maxBytes: maxComparisonBytes, bytesOf: bytesOfComparison });
  const ofStreams = new ResultCache<string, Compared | 'open both'>({
    maxBytes: maxStreamedBytes,
    bytesOf: (of) => (of === 'open both' ? 1 : indexSize(of.before.index) + indexSize(of.after.index)),
  });
  const limitComparisons = pLimit(1);

  /** The comparison of what is not unchanged, of two documents that are not open; undefined where they are to be opened. */
  async function streamed({ bucket, key, otherKey }: ComparisonName): Promise<Compared | undefined> {
    const [before, after] = await Promise.all([cache.look({ bucket, key }), cache.look({ bucket, key: otherKey })]);
    const name = nameOf(bucket, { key, etag: before.etag }, { key: otherKey, etag: after.etag });
    if (before.state === 'known' && after.state === 'known') ofStreams.delete(name);
    const isNew = before.state === 'unknown' && after.state === 'unknown';
    const isWorthIt = isNew && before.size + after.size >= streamedFrom;
    if (!isWorthIt && !ofStreams.has(name)) return undefined;
    const of = await ofStreams.getOrCompute(name, () =>
      limitComparisons(async () => {
        const parts = { store, bucket, maxBytes, maxParts: partsThatFit() };
        const sides = [
          { key, etag: before.etag },
          { key: otherKey, etag: after.etag },
        ] as const;
        return (await compareStreams(parts, ...sides)) ?? 'open both';
      }),
    );
    return of === 'open both' ? undefined : of;
  }

  async function compared({ kinds, ...name }: ComparisonName & Partial<ComparisonFilter>): Promise<Compared> {
    // What is unchanged was only counted there.
    const alike = kinds?.includes('unchanged') ? undefined : await streamed(name);
    return alike ?? comparedOpen(name);
  }

  async function comparedOpen(name: ComparisonName): Promise<Compared> {
    const { first, second, comparison } = await opened(name);
    return { before: sideOf(first), after: sideOf(second), comparison };
  }

  /** Both documents, the later one as it was at a moment where one is given, and what differs. */
  async function opened({ bucket, key, otherKey }: ComparisonName, at?: string) {
    const [first, last] = [await cache.open({ bucket, key }), await cache.open({ bucket, key: otherKey })];
    const second = await last.at(at);
    const name = nameOf(bucket, first.document.metadata, second.document.metadata) + (second === last ? '' : ` ${at}`);
    const comparison = await ofOpened.getOrCompute(name, () => compareIndexes(sideOf(first), sideOf(second)));
    return { first, second, comparison };
  }

  async function textOf({ document }: SnapshotReader, item: number): Promise<{ json: string; item: DocumentItem }> {
    const { index, metadata } = document;
    const [offset, length] = [index.offset[item], index.length[item]];
    if (offset === undefined || length === undefined) {
      const message = `${metadata.key} has ${index.itemCount} items, counted from 0; there is no item ${item}.`;
      throw new DomainError('not-found', 'NoSuchItem', message);
    }
    const bytes = await readText(store, document, { offset, length });
    const whole = parseItem({ bytes, offset }, metadata.key);
    return { json: itemText(bytes.toString('utf8')), item: whole };
  }

  return {
    /** A page of the resources that differ, and how many there are of each kind. */
    async page({ page, pageSize, ...request }: ComparisonName & ComparisonFilter & { page: number; pageSize: number }) {
      const of = await compared(request);
      const rows = await chosenRows(of, request);
      const from = (page - 1) * pageSize;
      return {
        counts: of.comparison.counts,
        ...scopesOf(of, request.kinds.includes('unchanged') ? differences : changes),
        total: rows.length,
        page,
        pageSize,
        rows: Array.from(rows.slice(from, from + pageSize), (row) => rowView(of, row)),
      };
    },

    /** The map of a document, with what differs from an earlier one: `against`. */
    async map({ bucket, key, at, against, ...query }: MapQuery & ComparedMap) {
      const { first, second, comparison } = await opened({ bucket, key: against, otherKey: key }, at);
      const request = mapRequestOf(query);
      const read = await readWhereAsked(store, second, request.filter);
      const maps = { before: first.map, after: second.map };
      const view = await viewDifference(maps, comparison, { ...request, derived: read?.columns });
      return { ...view, derived: read?.progress };
    },

    /** What resources are related to on the map of a document, and what was removed since an earlier one (`against`) was related to. */
    async mapEdges({ bucket, key, at, against, ...query }: MapEdgesQuery & ComparedMap) {
      const { first, second, comparison } = await opened({ bucket, key: against, otherKey: key }, at);
      const changes = itemChanges(comparison, { earlier: first.map.itemCount, later: second.map.itemCount });
      return mapEdgesWithRemoved(store, { before: first, after: second, changes }, query);
    },

    /** Resources by a text on the map of a document, and among what was removed since an earlier one: `against`. */
    async findOnMap({ bucket, key, at, against, ...wanted }: MapSearch & ComparedMap) {
      const { first, second, comparison } = await opened({ bucket, key: against, otherKey: key }, at);
      const { removed } = itemChanges(comparison, { earlier: first.map.itemCount, later: second.map.itemCount });
      return findOnBothMaps(store, { before: first, after: second, removed }, wanted);
    },

    /** What differs between two items, by their places in the documents. */
    async item({ bucket, key, otherKey, before, after }: ComparisonName & { before: number; after: number }) {
      const previous = await textOf(await cache.open({ bucket, key }), before);
      const updated = await textOf(await cache.open({ bucket, key: otherKey }), after);
      return diffItems(previous.item, updated.item);
    },

    /** All resources that differ as lines of CSV, streamed. */
    async file(
      request: ComparisonName & ComparisonFilter,
    ): Promise<{ body: Readable; fileName: string; contentType: string }> {
      const of = await compared(request);
      const rows = await chosenRows(of, request);
      function* lines(): Generator<string> {
        yield csvLine(['difference', 'resourceType', 'resourceId', 'resourceName', 'accountId', 'region', 'nameTag']);
        for (const row of rows) {
          const { difference, resourceType, resourceId, resourceName, accountId, region, nameTag } = rowView(of, row);
          yield csvLine([difference, resourceType, resourceId, resourceName, accountId, region, nameTag]);
        }
      }
      const body = Readable.from(lines(), { objectMode: false });
      return { body, fileName: 'comparison.csv', contentType: 'text/csv; charset=utf-8' };
    },
  };
}

const sideOf = ({ document: { index }, keys }: SnapshotReader): ComparedSide => ({ index, keys });

/** Of two versions of documents. */
function nameOf(bucket: string, ...versions: { key: string; etag: string }[]): string {
  return JSON.stringify([bucket, ...versions.map(({ key, etag }) => [key, etag])]);
}

function bytesOfComparison({ kind, before, after }: Comparison): number {
  return kind.byteLength + before.byteLength + after.byteLength;
}
