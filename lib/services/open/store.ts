import { createDirectoryStore } from '../../object-store/directory';
import type { ObjectStore } from '../../object-store/port';
import { createS3Store } from '../../object-store/s3';
import type { Settings } from '../../settings/settings';

/** The object store that snapshots are delivered to. Nothing is connected to yet. */
export function openStore({ store }: Pick<Settings, 'store'>): ObjectStore {
  return store.kind === 'directory' ? createDirectoryStore({ root: store.root }) : createS3Store(store);
}
