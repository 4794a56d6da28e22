import type { Readable } from 'node:stream';
import { archiveSentence, restoreCommand } from '../object-store/archive';
import type { ObjectHead, ObjectStore, StoredObject } from '../object-store/port';
import { listFolder } from './browse';
import { parseObjectKey } from './object-key';

/** Buckets, their folders and objects, as a person browses them. */
export function createBuckets(store: ObjectStore) {
  return {
    async list() {
      const buckets = await store.listBuckets();
      return {
        store: store.description,
        buckets: buckets.map(({ name, createdAt }) => ({ name, createdAt: createdAt?.toISOString() })),
      };
    },

    /** A page of one folder. `filter` is the beginning of the names wanted. */
    async folder(request: { bucket: string; prefix: string; filter: string; token?: string }) {
      const page = await listFolder(store, request);
      const { bucket, prefix } = request;
      return {
        bucket,
        prefix,
        folders: page.folders,
        objects: page.objects.map(objectRow),
        nextToken: page.nextToken,
        unreadable: page.unreadable,
      };
    },

    async object({ bucket, key }: { bucket: string; key: string }) {
      const head = await store.head(bucket, key);
      const parsed = parseObjectKey(key);
      return {
        bucket,
        ...objectRow(head),
        contentType: head.contentType,
        contentEncoding: head.contentEncoding,
        serverSideEncryption: head.serverSideEncryption,
        archive: archiveView(bucket, head),
        accountId: 'accountId' in parsed ? parsed.accountId : undefined,
        region: 'region' in parsed ? parsed.region : undefined,
        configSnapshotId: 'configSnapshotId' in parsed ? parsed.configSnapshotId : undefined,
      };
    },

    /** The stored object, byte for byte. */
    async download(
      { bucket, key }: { bucket: string; key: string },
      signal?: AbortSignal,
    ): Promise<{ body: Readable; size: number; fileName: string; contentType: string }> {
      const { head, body } = await store.get(bucket, key, { signal });
      // A gzip is sent as a gzip: said to be JSON with an encoding, browsers would save it unpacked.
      const contentType = head.contentEncoding === 'gzip' ? 'application/gzip' : 'application/octet-stream';
      return { body, size: head.size, fileName: fileName(key), contentType };
    },
  };
}

/** The last part of a key, where it is one that a file can have. */
function fileName(key: string): string {
  const name = key.slice(key.lastIndexOf('/') + 1);
  return /^\.{0,2}$/.test(name) ? 'object' : name;
}

function archiveView(bucket: string, { key, archive }: ObjectHead) {
  if (!archive) return undefined;
  const { tier, state, restoredUntil } = archive;
  return {
    tier,
    state,
    sentence: archiveSentence(archive),
    restoreCommand: restoreCommand(bucket, key, archive),
    restoredUntil: restoredUntil?.toISOString(),
  };
}

function objectRow({ key, size, lastModified, etag, storageClass }: StoredObject) {
  return {
    key,
    name: key.slice(key.lastIndexOf('/') + 1) || key,
    kind: parseObjectKey(key).kind,
    size,
    lastModified: lastModified.toISOString(),
    etag,
    storageClass,
  };
}
