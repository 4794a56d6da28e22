import { Readable } from 'node:stream';
import { DomainError } from '../../errors';
import type { ConfigurationItem } from '../../items/configuration-item';
import { diffItems } from '../../items/diff';
import type { ObjectStore } from '../../object-store/port';
import type { DocumentCache } from '../document-cache';
import { Slices } from '../index/slices';
import { readText } from '../item-text';
import type { OpenedDocument } from '../opened-document';
import { readFound } from '../read-found';
import { itemRow } from '../search-items';
import { type Comparison, compareIndexes, type Difference, differences } from './compare-indexes';

/** Two documents of one bucket, the earlier one first. */
export interface ComparisonName {
  bucket: string;
  key: string;
  otherKey: string;
}

export interface ComparisonFilter {
  /** None: all but what is unchanged. */
  kinds: readonly Difference[];
  /** None: all types. */
  types: readonly string[];
  /** Found in type, id or name, whatever the case. */
  search: string;
}

interface Compared {
  before: OpenedDocument;
  after: OpenedDocument;
  comparison: Comparison;
}

/** Compares snapshots: which resources came, went and changed, and in what. */
export function createComparisons({ store, cache }: { store: ObjectStore; cache: DocumentCache }) {
  // As long as both are open: an index that is closed takes its comparisons along.
  const known = new WeakMap<OpenedDocument, WeakMap<OpenedDocument, Promise<Comparison>>>();

  async function compared({ bucket, key, otherKey }: ComparisonName): Promise<Compared> {
    const before = await cache.open({ bucket, key });
    const after = await cache.open({ bucket, key: otherKey });
    const ofBefore = known.get(before) ?? new WeakMap<OpenedDocument, Promise<Comparison>>();
    known.set(before, ofBefore);
    const sides = [before, after].map(({ document: { index }, keys }) => ({ index, keys }));
    const [first, second] = sides;
    if (!first || !second) throw new Error('There are two sides.');
    const comparison = ofBefore.get(after) ?? compareIndexes(first, second);
    ofBefore.set(after, comparison);
    return { before, after, comparison: await comparison };
  }

  async function textOf(
    { document }: OpenedDocument,
    item: number,
  ): Promise<{ json: string; item: ConfigurationItem }> {
    const { index, facts } = document;
    const [offset, length] = [index.offset[item], index.length[item]];
    if (offset === undefined || length === undefined) {
      const message = `${facts.key} has ${index.itemCount} items, counted from 0; there is no item ${item}.`;
      throw new DomainError('not-found', 'NoSuchItem', message);
    }
    const bytes = await readText(store, document, { offset, length });
    const { captureTime } = itemRow(index, item);
    const whole = readFound({ bytes, offset }, facts.key, { configurationItemCaptureTime: captureTime });
    return { json: bytes.toString('utf8'), item: whole };
  }

  return {
    /** A page of the resources that differ, and how many there are of each kind. */
    async page({ page, pageSize, ...request }: ComparisonName & ComparisonFilter & { page: number; pageSize: number }) {
      const of = await compared(request);
      const rows = await chosen(of, request);
      const from = (page - 1) * pageSize;
      return {
        counts: of.comparison.counts,
        total: rows.length,
        page,
        pageSize,
        rows: Array.from(rows.slice(from, from + pageSize), (row) => rowView(of, row)),
      };
    },

    /** What differs between two items, by their places in the documents. */
    async item({ before, after, ...name }: ComparisonName & { before: number; after: number }) {
      const of = await compared(name);
      const [previous, updated] = [await textOf(of.before, before), await textOf(of.after, after)];
      return diffItems(previous.item, updated.item);
    },

    /** All resources that differ as lines of CSV, streamed. */
    async file(
      request: ComparisonName & ComparisonFilter,
    ): Promise<{ body: Readable; fileName: string; contentType: string }> {
      const of = await compared(request);
      const rows = await chosen(of, request);
      function* lines(): Generator<string> {
        yield 'difference,resourceType,resourceId,resourceName\r\n';
        for (const row of rows) {
          const { difference, resourceType, resourceId, resourceName } = rowView(of, row);
          yield `${[difference, resourceType, resourceId, resourceName ?? ''].map(cell).join(',')}\r\n`;
        }
      }
      const body = Readable.from(lines(), { objectMode: false });
      return { body, fileName: 'comparison.csv', contentType: 'text/csv; charset=utf-8' };
    },
  };
}

/** A text that a spreadsheet would take for a formula is led by an apostrophe: names are anybody's to write. */
function cell(value: string): string {
  const text = value.replace(/^[=+\-@\t\r]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

async function chosen(of: Compared, { kinds, types, search }: ComparisonFilter): Promise<Uint32Array> {
  const slices = new Slices();
  const { comparison, before, after } = of;
  const wanted = new Set((kinds.length > 0 ? kinds : changes).map((kind) => differences.indexOf(kind)));
  const keysOf = ({ keys }: OpenedDocument) => new Set(types.map((type) => keys.find(type)));
  const [inBefore, inAfter] = [keysOf(before), keysOf(after)];
  const needle = search.toLowerCase();
  const rows: number[] = [];
  for (let row = 0; row < comparison.kind.length; row++) {
    if (slices.due()) await slices.pause();
    if (!wanted.has(comparison.kind[row] ?? -1)) continue;
    const [a, b] = [comparison.before[row] ?? -1, comparison.after[row] ?? -1];
    if (types.length > 0) {
      const key = a < 0 ? after.document.index.typeKey[b] : before.document.index.typeKey[a];
      if (!(a < 0 ? inAfter : inBefore).has(key)) continue;
    }
    if (needle !== '' && !searched(of, row).includes(needle)) continue;
    rows.push(row);
  }
  return Uint32Array.from(rows);
}

const changes: readonly Difference[] = ['added', 'removed', 'changed'];

function searched(of: Compared, row: number): string {
  const { resourceType, resourceId, resourceName } = rowView(of, row);
  return `${resourceType}\n${resourceId}\n${resourceName ?? ''}`.toLowerCase();
}

function rowView({ comparison, before, after }: Compared, row: number) {
  const [a, b] = [comparison.before[row] ?? -1, comparison.after[row] ?? -1];
  // The later item names the resource, where there is one.
  const { resourceType, resourceId, resourceName } =
    b >= 0 ? itemRow(after.document.index, b) : itemRow(before.document.index, a);
  return {
    difference: differences[comparison.kind[row] ?? 0] ?? 'changed',
    resourceType,
    resourceId,
    resourceName,
    ...(a >= 0 && { before: a }),
    ...(b >= 0 && { after: b }),
  };
}
