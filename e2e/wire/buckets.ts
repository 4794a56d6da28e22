import type { FolderView } from '@/lib/api/contract/buckets';
import type { SettingsView } from '@/lib/api/contract/settings';
import type { SnapscopeServer } from '../fixtures/server';

/** The keys of all objects under a folder (ending in `/`) of a bucket, as the dashboard finds them. */
export async function objectKeys(server: SnapscopeServer, bucket: string, prefix: string): Promise<string[]> {
  const query = new URLSearchParams({ bucket, prefix });
  const { folders, objects }: FolderView = await (await fetch(`${server.url}/api/buckets/objects?${query}`)).json();
  const below = await Promise.all(folders.map((folder) => objectKeys(server, bucket, folder.prefix)));
  return [...objects.map(({ key }) => key), ...below.flat()];
}

/** The S3 that a server keeps its objects in; undefined where that is a folder. The server itself tells. */
export async function s3Endpoint(server: SnapscopeServer): Promise<string | undefined> {
  const { settings }: SettingsView = await (await fetch(`${server.url}/api/settings`)).json();
  return settings.find(({ name, source }) => name === 'AWS_ENDPOINT_URL_S3' && source === 'environment')?.value;
}
