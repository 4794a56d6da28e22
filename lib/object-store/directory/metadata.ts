import type { BigIntStats } from 'node:fs';
import { lstat, readFile, rm } from 'node:fs/promises';
import type { ObjectHead } from '../port';
import { writeWhole } from './durable';
import { ifThere } from './failures';
import type { StorePaths } from './paths';

/** What is kept beside one version of an object's file. `size` and `mtimeNs` say which version that is. */
export interface VersionRecord {
  size: number;
  mtimeNs: string;
  etag: string;
  contentType?: string;
  contentEncoding?: string;
}

/**
 * The records of an object's versions: the one that a put is about to place and the one that it replaces, since a file and
 * its metadata cannot be replaced in one step. Only the record whose size and time are those of the file counts, so an
 * etag never tells of other bytes, whatever was replaced, edited by hand, or left by a crash.
 */
export async function readRecords(paths: StorePaths, bucket: string, key: string): Promise<VersionRecord[]> {
  const text = await ifThere(readFile(paths.metadata(bucket, key), 'utf8'));
  if (text === undefined) return [];
  try {
    const { versions } = JSON.parse(text) as { versions?: unknown };
    return Array.isArray(versions) ? versions.filter(isRecord) : [];
  } catch {
    // Damaged by hand or by the disk: the object is then one without metadata, and stays readable.
    return [];
  }
}

/** Keeps the record of the version to come beside that of the present one, durably. */
export async function writeRecords(
  paths: StorePaths,
  bucket: string,
  key: string,
  versions: VersionRecord[],
): Promise<void> {
  await writeWhole(paths.metadata(bucket, key), JSON.stringify({ key, versions }), paths.uploads(bucket));
}

export async function dropRecords(paths: StorePaths, bucket: string, key: string): Promise<void> {
  await rm(paths.metadata(bucket, key), { force: true });
}

/** The record of exactly this version of the file. */
export function recordOf(records: VersionRecord[], file: BigIntStats): VersionRecord | undefined {
  return records.find((one) => BigInt(one.size) === file.size && one.mtimeNs === String(file.mtimeNs));
}

/** Whether two looks at a path saw the same version. */
function sameVersion(one: BigIntStats, other: BigIntStats | undefined): boolean {
  return one.ino === other?.ino && one.size === other.size && one.mtimeNs === other.mtimeNs;
}

/**
 * The head of the version that `file` describes (an `lstat` of the path, or an `fstat` of the file opened), or undefined
 * when it was replaced so often meanwhile that nothing is known of it any more: look again. A file that was put there by
 * hand has no record: its etag is made of size and time, and its encoding is unknown.
 */
export async function headOf(
  paths: StorePaths,
  bucket: string,
  key: string,
  file: BigIntStats,
): Promise<ObjectHead | undefined> {
  const record = recordOf(await readRecords(paths, bucket, key), file);
  if (!record) {
    const now = await ifThere(lstat(paths.object(bucket, key), { bigint: true }));
    if (!sameVersion(file, now)) return undefined;
  }
  const head: ObjectHead = {
    key,
    size: Number(file.size),
    lastModified: new Date(Number(file.mtimeNs / 1_000_000n)),
    etag: record?.etag ?? `${file.size.toString(16)}-${file.mtimeNs.toString(16)}`,
  };
  if (record?.contentType !== undefined) head.contentType = record.contentType;
  if (record?.contentEncoding !== undefined) head.contentEncoding = record.contentEncoding;
  return head;
}

function isRecord(value: unknown): value is VersionRecord {
  if (typeof value !== 'object' || value === null) return false;
  const { size, mtimeNs, etag, contentType, contentEncoding } = value as Record<string, unknown>;
  const texts = [contentType ?? '', contentEncoding ?? '', mtimeNs, etag];
  return Number.isSafeInteger(size) && texts.every((text) => typeof text === 'string');
}
