import type { ObjectStore } from '../../../object-store/port';
import { streamText } from '../../reading/item-text';
import type { SnapshotReader } from '../../reading/snapshot-reader';
import type { MapSearch } from './map-request';
import type { SnapshotMap } from './snapshot-map';

/** Resources that were found, as `mapFindView` of lib/api/contract/map.ts has them. */
export interface FoundOnMap {
  matches: (Omit<Match, 'fit'> & { change?: 'removed'; before?: number })[];
  total: number;
  addressesRead?: number | undefined;
}

type Match = Awaited<ReturnType<SnapshotMap['find']>>['matches'][number];

interface Found {
  matches: Match[];
  total: number;
  addressesRead: number | undefined;
}

/** Finds resources by a text in their id, name or tags, by their ARN or an IP address, with where they are on the map. */
export async function findOnMap(store: ObjectStore, opened: SnapshotReader, wanted: MapSearch): Promise<FoundOnMap> {
  const { matches, ...found } = await find(store, opened, wanted);
  return { ...found, matches: matches.map(withoutFit) };
}

/**
 * The same in the later of two snapshots, and among what was removed since the earlier one (1 in `removed` for each such item of that), the
 * best first: what was removed is found where it was, unless the later one still has a box for it.
 */
export async function findOnBothMaps(
  store: ObjectStore,
  { before, after, removed }: { before: SnapshotReader; after: SnapshotReader; removed: Uint8Array },
  wanted: MapSearch,
): Promise<FoundOnMap> {
  const later = await find(store, after, wanted);
  const earlier = await find(store, before, wanted, (node) => removed[node] === 1);
  const known = new Map(later.matches.map((match) => [match.id, match]));
  const gone = earlier.matches.map(({ index, ...match }) => {
    const box = known.get(match.id)?.path;
    const path = box && !box.some((id) => id.startsWith('alike:')) ? box : match.path;
    return { ...match, path, change: 'removed' as const, ...(index !== undefined && { before: index }) };
  });
  const ids = new Set(gone.map(({ id }) => id));
  const others = later.matches.filter(({ id }) => !ids.has(id));
  const all = [...others, ...gone].sort((a, b) => a.fit - b.fit);
  const reading = [later.addressesRead, earlier.addressesRead].filter((share) => share !== undefined);
  return {
    matches: all.slice(0, wanted.limit).map(withoutFit),
    total: later.total - (later.matches.length - others.length) + earlier.total,
    addressesRead: reading.length > 0 ? Math.min(...reading) : undefined,
  };
}

async function find(
  store: ObjectStore,
  opened: SnapshotReader,
  wanted: MapSearch,
  admits?: (node: number) => boolean,
): Promise<Found> {
  const byAddress = await opened.addresses.find(wanted.text, () => streamText(store, opened.document));
  const found = await opened.map.find(wanted, byAddress.items, admits);
  return { ...found, addressesRead: byAddress.readShare };
}

function withoutFit<Fitting extends { fit: number }>({ fit: _, ...match }: Fitting): Omit<Fitting, 'fit'> {
  return match;
}
