import { parseObjectKey, type SnapshotKey } from '../../buckets/object-key';
import { invalidToken, printToken, readToken } from '../../object-store/names';
import type { ObjectStore, StoredObject } from '../../object-store/port';
import { createFolderReader, type FolderReader, regionFolders } from './region-folders';

export interface FindRequest {
  /** Look below this folder alone: empty or ending in `/`, such as a channel's prefix. */
  root?: string;
  token?: string;
  /** Snapshots of a page; 50 where absent. */
  limit?: number;
}

export type FoundSnapshot = StoredObject & SnapshotKey;

export interface FoundPage {
  snapshots: FoundSnapshot[];
  /** There may be more, even when this page is empty: a page ends when it has cost enough. */
  nextToken?: string;
}

// A page costs at most about 400 LIST calls, of some 30 ms each against S3: 150 to find regions, 250 to walk their dates.
const callsToFindRegions = 150;
const callsOfAPage = 400;
const regionsAtOnce = 60;
const listsInFlight = 8;

/**
 * Snapshots of a bucket, newest first, by the date folders alone: a region's years, months and days are opened from the
 * newest down, and only as far as the page needs. Accounts and regions are merged by time; of a bucket with more than 60
 * regions (accounts times regions), the first 60 come newest first, then the next. Order within a day is that of the stamps.
 *
 * @throws DomainError `InvalidToken` for a token that is not one of these pages'; else as the store's `list` does.
 */
export async function findSnapshots(store: ObjectStore, bucket: string, request: FindRequest): Promise<FoundPage> {
  const { root = '', limit = 50 } = request;
  const place = request.token === undefined ? firstPlace : readPlace(request.token);
  const reader = createFolderReader(store, bucket);
  const group = await nextRegions(reader, root, place.after);
  const walk = await walkBack(reader, bucket, group.folders, place, limit);
  const next = walk.rest
    ? { ...walk.rest, after: place.after }
    : group.position !== undefined && { ...firstPlace, after: group.position };
  if (!next) return { snapshots: walk.snapshots };
  return { snapshots: walk.snapshots, nextToken: printToken(JSON.stringify(next)) };
}

/** Where a page begins: behind `after` among the regions, and at what is older than `time` and `key`. */
interface Place {
  after: string;
  time: number;
  key: string;
}

const firstPlace: Place = { after: '', time: Number.MAX_SAFE_INTEGER, key: '' };

function readPlace(token: string): Place {
  const text = readToken(token);
  try {
    const { after, time, key } = JSON.parse(text) as Partial<Record<keyof Place, unknown>>;
    if (typeof after === 'string' && typeof key === 'string' && Number.isSafeInteger(time)) {
      return { after, time: Number(time), key };
    }
  } catch {
    // Told below, as is a token of another list.
  }
  throw invalidToken();
}

/** The regions of one group of pages, and where the next group begins, if there is one. */
async function nextRegions(
  reader: FolderReader,
  root: string,
  after: string,
): Promise<{ folders: string[]; position?: string }> {
  const folders: string[] = [];
  let position: string | undefined;
  for await (const stop of regionFolders(reader, root, after)) {
    if (position !== undefined && (folders.length >= regionsAtOnce || reader.calls() >= callsToFindRegions)) {
      return { folders, position };
    }
    position = stop.position;
    if (stop.regionFolder) folders.push(stop.regionFolder);
  }
  return { folders };
}

/** A folder still to be opened: nothing in it is older than `from` or newer than `to`. */
interface Span {
  folder: string;
  from: number;
  to: number;
  /** Year, month and day, as far as the folder says. */
  date: number[];
}

type Dated = FoundSnapshot & { order: number };

/** Opens the folder with the newest content until the page is full, the calls are spent, or all is seen. */
async function walkBack(
  reader: FolderReader,
  bucket: string,
  regions: string[],
  place: Place,
  limit: number,
): Promise<{ snapshots: FoundSnapshot[]; rest?: Omit<Place, 'after'> }> {
  const isLeft = (order: number, key: string) => order < place.time || (order === place.time && key < place.key);
  let spans = regions.map((folder): Span => ({ folder, from: 0, to: Number.MAX_SAFE_INTEGER, date: [] }));
  let waiting: Dated[] = [];
  const ready: Dated[] = [];
  while (true) {
    spans.sort((one, other) => other.to - one.to);
    const newest = spans[0]?.to ?? -1;
    while (waiting[0] && waiting[0].order > newest) {
      if (ready.length === limit) break;
      ready.push(...waiting.splice(0, 1));
    }
    const last = ready.at(-1);
    if (ready.length === limit && last && (spans.length > 0 || waiting.length > 0)) {
      return { snapshots: ready.map(plain), rest: { time: last.order, key: last.key } };
    }
    if (spans.length === 0) return { snapshots: ready.map(plain) };
    // Going on until something was seen: else the next page would begin where this one did.
    if (reader.calls() >= callsOfAPage && newest + 1 < place.time) {
      return { snapshots: ready.map(plain), rest: { time: newest + 1, key: '' } };
    }
    const opening = spans.filter((span) => span.to === newest).slice(0, listsInFlight);
    spans = spans.filter((span) => !opening.includes(span));
    for (const found of await Promise.all(opening.map((span) => openSpan(reader, bucket, span)))) {
      spans.push(...found.spans.filter((span) => span.from <= place.time));
      waiting.push(...found.snapshots.filter((one) => isLeft(one.order, one.key)));
    }
    waiting = waiting.sort((one, other) => other.order - one.order || (one.key < other.key ? 1 : -1));
  }
}

function plain({ order: _, ...snapshot }: Dated): FoundSnapshot {
  return snapshot;
}

/** What lies in a folder: folders of shorter spans or, in that of a day, snapshots. */
async function openSpan(
  reader: FolderReader,
  bucket: string,
  span: Span,
): Promise<{ spans: Span[]; snapshots: Dated[] }> {
  if (span.date.length === 3) return { spans: [], snapshots: await snapshotsOf(reader, bucket, span) };
  const spans: Span[] = [];
  for (const folder of await reader.folders(span.folder)) {
    const date = [...span.date, Number(folder.slice(span.folder.length, -1))];
    const times = timesOf(date);
    // Only as AWS writes it: years of four digits, no zero before a month or day, no 30 February.
    if (times && folder === `${span.folder}${date.at(-1)}/`) spans.push({ folder, date, ...times });
  }
  return { spans, snapshots: [] };
}

/** First and last millisecond of a year, month or day in UTC. */
function timesOf(date: number[]): { from: number; to: number } | undefined {
  const [year = 0, month = 1, day = 1] = date;
  const from = new Date(Date.UTC(year, month - 1, day));
  if (!(year >= 1000 && year <= 9999)) return undefined;
  if (from.getUTCFullYear() !== year || from.getUTCMonth() !== month - 1 || from.getUTCDate() !== day) return undefined;
  const grown = date.map((part, n) => (n === date.length - 1 ? part + 1 : part));
  const [nextYear = 0, nextMonth = 1, nextDay = 1] = grown;
  return { from: from.getTime(), to: Date.UTC(nextYear, nextMonth - 1, nextDay) - 1 };
}

// A day holds 24 snapshots on a schedule; of a folder with more than 10,000 objects only the first are looked at.
const mostPagesOfADay = 10;

async function snapshotsOf(reader: FolderReader, bucket: string, day: Span): Promise<Dated[]> {
  const found: Dated[] = [];
  let token: string | undefined;
  for (let pages = 0; pages < mostPagesOfADay; pages++) {
    const prefix = `${day.folder}ConfigSnapshot/`;
    const page = await reader.list(bucket, { prefix, delimiter: '/', token });
    for (const object of page.objects) {
      const { kind, ...parts } = parseObjectKey(object.key);
      if (kind !== 'snapshot' || !('configSnapshotId' in parts)) continue;
      // A stamp outside its day's folder must not upset the order of the walk.
      const order = Math.min(Math.max(parts.deliveredAt.getTime(), day.from), day.to);
      found.push({ ...object, ...parts, order });
    }
    token = page.nextToken;
    if (token === undefined) break;
  }
  return found;
}
