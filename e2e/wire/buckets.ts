import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CreateBucketCommand, PutBucketPolicyCommand, S3Client } from '@aws-sdk/client-s3';
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

/** Makes a bucket that is there but takes nothing, in whatever a server keeps its objects in. */
export async function unwritableBucket(server: SnapscopeServer): Promise<string> {
  const Bucket = `unwritable-${randomUUID()}`;
  const endpoint = await s3Endpoint(server);
  if (endpoint === undefined) {
    const folder = join(server.dataDir, 'objects', Bucket);
    await mkdir(folder);
    // A file where a folder should be stops even root, whom permissions do not.
    await writeFile(join(folder, 'AWSLogs'), '');
    return Bucket;
  }
  const region = 'us-west-2';
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test-secret' };
  const client = new S3Client({ endpoint, region, credentials, forcePathStyle: true });
  const Statement = [{ Effect: 'Deny', Principal: '*', Action: 's3:PutObject', Resource: `arn:aws:s3:::${Bucket}/*` }];
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement });
  await client.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: region } }));
  await client.send(new PutBucketPolicyCommand({ Bucket, Policy }));
  client.destroy();
  return Bucket;
}
