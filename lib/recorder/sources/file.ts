import { parseSpan } from '../../documents/parse-span';
import { scanItems } from '../../documents/scanner/scan-items';
import { DomainError } from '../../errors';
import type { ConfigurationItem } from '../../items/configuration-item';
import { resourceKey } from '../../items/identity';
import { isRecordedNow } from '../../items/item-status';
import { readConfigurationItem } from '../../items/read-item';
import { jsonFilesAt, readJsonFile } from './json-files';
import type { NoteListener, ObservedResource, ResourceSource } from './port';

export interface FileSourceOptions {
  name: string;
  /** A file, or a folder whose `*.json` and `*.json.gz` files are read in the order of their names. */
  path: string;
  /** The region of items that name none themselves. */
  region: string;
}

/**
 * Resources out of files: each holds a single configuration item, a list of items, or a whole snapshot, in the modern form or
 * that of 2014, gzipped or not. Files may be far larger than memory.
 *
 * Items that say of themselves that the resource was deleted, or not recorded, tell of no resource and are left out. Where the same type and id
 * come twice, the first one counts, in the order of file names, and the note says so: the last one would win only by chance of
 * naming, and refusing both would leave a person with nothing for one stray file.
 *
 * Iterating throws `not-found` / `NoSuchFile` where there is no file to read (an empty folder is more often a wrong path than an
 * account without resources), and `unreadable` for a damaged file, naming file and item.
 */
export function createFileSource({ name, path, region }: FileSourceOptions): ResourceSource {
  return {
    name,
    description: `configuration items in ${path}`,
    atomic: true,
    async *observe({ signal, note }) {
      const seenIn = new Map<string, string>();
      for (const file of await jsonFilesAt(path)) {
        for await (const resource of resourcesIn(file, region, signal)) {
          if (isFirst(resource, file, seenIn, note)) yield resource;
        }
      }
    },
  };
}

async function* resourcesIn(file: string, region: string, signal?: AbortSignal): AsyncGenerator<ObservedResource> {
  const defaults = { awsRegion: region, configurationItemCaptureTime: new Date(0).toISOString() };
  for await (const found of scanItems(readJsonFile(file, signal), { name: file })) {
    signal?.throwIfAborted();
    const value = parseSpan(found.bytes, found.offset, file, found.hasRareNumber);
    const item = naming(`${file}, item at byte ${found.offset}: `, () => readConfigurationItem(value, defaults));
    if (isRecordedNow(item.configurationItemStatus)) yield withoutCapture(item);
  }
}

function isFirst(resource: ObservedResource, file: string, seenIn: Map<string, string>, note: NoteListener): boolean {
  const key = resourceKey(resource);
  const earlier = seenIn.get(key);
  if (earlier === undefined) {
    seenIn.set(key, file);
    return true;
  }
  const { resourceType, resourceId } = resource;
  note(
    `${resourceType} ${resourceId} is in ${earlier} already; the one in ${earlier === file ? 'the same file' : file} is passed over.`,
  );
  return false;
}

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
  return resource;
}

function naming<T>(prefix: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError(error.kind, error.code, prefix + error.message, { cause: error });
  }
}
