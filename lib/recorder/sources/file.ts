import { parseSpan } from '../../documents/parse-span';
import { scanItems } from '../../documents/scanner/scan-items';
import { DomainError } from '../../errors';
import type { ConfigurationItem } from '../../items/configuration-item';
import { readConfigurationItem } from '../../items/form/read-item';
import { resourceKey } from '../../items/identity';
import { isRecordedNow } from '../../items/item-status';
import { globalRegion, type Scope } from '../../items/scope';
import { jsonFilesAt, readJsonFile } from './json-files';
import { modernRelationships } from './modern-relationships';
import type { NoteListener, ObservedResource, ResourceSource } from './port';

export interface FileSourceOptions {
  name: string;
  /** A file, or a folder whose `*.json` and `*.json.gz` files are read in the order of their names. */
  path: string;
  /** The account and Region of the recorder. */
  scope: Scope;
  /**
   * The Regions whose recorders read the same files, the home first: that is the Region of items that name none themselves. Each takes its
   * own resources out of the files, and the home all that no other takes: what is in no Region, and in Regions that none records.
   */
  regions?: readonly [string, ...string[]];
}

/**
 * Resources out of files: each holds a single configuration item, a list of items, or a whole snapshot, in the modern form or
 * that of 2014, gzipped or not. Files may be far larger than memory.
 *
 * A recorder is of one account and Region, and keeps a type and id once. So of files that hold several Regions each Region's recorder
 * takes its own resources. What else the home takes is recorded only where the recorder's own account and Region have no resource of that
 * type and id, wherever in the files it stands: they are read a second time for it.
 *
 * Items that say of themselves that the resource was deleted, or not recorded, tell of no resource and are left out. Where the same type and id
 * come twice, the first one counts, in the order of file names, and the note says so: the last one would win only by chance of
 * naming, and refusing both would leave a person with nothing for one stray file. The note tells resources that differ in account or Region
 * from repeats.
 *
 * @throws DomainError while it is iterated: `NoSuchFile` (`not-found`) where there is no file to read (an empty folder is more often a
 *   wrong path than an account without resources), and `unreadable` for a damaged file, naming file and item.
 */
export function createFileSource({
  name,
  path,
  scope: { accountId, region },
  regions = [region],
}: FileSourceOptions): ResourceSource {
  const [home] = regions;
  const isHome = region === home;
  const placeOf = ({ awsAccountId, awsRegion }: ConfigurationItem): Place => {
    const isInRegion = awsRegion === region || (isHome && awsRegion === globalRegion);
    if (!isInRegion && (!isHome || regions.includes(awsRegion))) return 'not ours';
    return isInRegion && (awsAccountId === '' || awsAccountId === accountId) ? 'own' : 'foreign';
  };
  return {
    name,
    description: `configuration items in ${path}`,
    atomic: true,
    async *observe({ signal, note }) {
      const seen = new Map<string, Seen>();
      const files = await jsonFilesAt(path);
      let hasForeign = false;
      for (const file of files) {
        for await (const item of itemsIn(file, home, signal)) {
          const place = placeOf(item);
          hasForeign ||= place === 'foreign';
          if (place === 'own' && isFirst(item, file, seen, note)) yield withoutCapture(item);
        }
      }
      for (const file of hasForeign ? files : []) {
        for await (const item of itemsIn(file, home, signal)) {
          if (placeOf(item) === 'foreign' && isFirst(item, file, seen, note)) yield withoutCapture(item);
        }
      }
    },
  };
}

/** What an item is to a recorder: of its account and Region, of others and yet taken by it, or for another recorder. */
type Place = 'own' | 'foreign' | 'not ours';

/** Where a type and id were met first. */
interface Seen {
  file: string;
  accountId: string;
  region: string;
}

async function* itemsIn(file: string, region: string, signal?: AbortSignal): AsyncGenerator<ConfigurationItem> {
  const defaults = { awsRegion: region, configurationItemCaptureTime: new Date(0).toISOString() };
  for await (const found of scanItems(readJsonFile(file, signal), { name: file })) {
    signal?.throwIfAborted();
    const value = parseSpan(found.bytes, found.offset, file, found.hasRareNumber);
    const item = naming(`${file}, item at byte ${found.offset}: `, () => readConfigurationItem(value, defaults));
    if (isRecordedNow(item.configurationItemStatus)) yield item;
  }
}

function isFirst(item: ConfigurationItem, file: string, seen: Map<string, Seen>, note: NoteListener): boolean {
  const key = resourceKey(item);
  const here = { file, accountId: item.awsAccountId, region: item.awsRegion };
  const earlier = seen.get(key);
  if (earlier === undefined) {
    seen.set(key, here);
    return true;
  }
  const named = `${item.resourceType} ${item.resourceId}`;
  const place = earlier.file === file ? 'the same file' : file;
  const alike = earlier.accountId === here.accountId && earlier.region === here.region;
  note(
    alike
      ? `${named} is in ${earlier.file} already; the one in ${place} is passed over.`
      : `${named} ${scopeText(here)} (${place}) is passed over: a recorder keeps a type and id once, and ${earlier.file} has the one ${scopeText(earlier)} already.`,
  );
  return false;
}

const scopeText = ({ accountId, region }: Seen) =>
  `of ${accountId ? `account ${accountId}` : 'no account'} in ${region}`;

/** Copied rather than deleted from, which would make each object slow to read from then on. */
function withoutCapture(item: ConfigurationItem): ObservedResource {
  const {
    configurationItemVersion: _version,
    configurationItemCaptureTime: _time,
    configurationStateId: _state,
    awsAccountId: _account,
    configurationItemStatus: _status,
    configurationStateMd5Hash: _hash,
    ...resource
  } = item;
  return { ...resource, relationships: modernRelationships(item) };
}

function naming<T>(prefix: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError(error.kind, error.code, prefix + error.message, { cause: error });
  }
}
