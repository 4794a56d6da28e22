import type { Queryable } from '../../database/database';

/** An object as it was delivered. Sizes are bytes: `size` as stored, `contentSize` before compression. */
export interface DeliveredObject {
  bucket: string;
  key: string;
  /** Of a history file. */
  resourceType?: string;
  itemCount: number;
  size: number;
  contentSize: number;
  /** Of the stored bytes, in hexadecimal. */
  sha256: string;
}

interface ObjectRow {
  bucket: string;
  object_key: string;
  resource_type: string | null;
  item_count: number;
  size: string;
  content_size: string;
  sha256: string;
}

/** Enters an object of a delivery, with the packed blocks of its gzip; one entered before under its key is replaced. */
export async function saveDeliveredObject(
  tx: Queryable,
  configSnapshotId: string,
  object: DeliveredObject,
  blocks: Buffer,
): Promise<void> {
  await tx.query(
    `INSERT INTO delivery_objects (config_snapshot_id, bucket, object_key, resource_type, item_count, size, content_size,
       sha256, gzip_blocks)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (config_snapshot_id, object_key) DO UPDATE SET item_count = excluded.item_count, size = excluded.size,
       content_size = excluded.content_size, sha256 = excluded.sha256, gzip_blocks = excluded.gzip_blocks`,
    [
      configSnapshotId,
      object.bucket,
      object.key,
      object.resourceType ?? null,
      object.itemCount,
      object.size,
      object.contentSize,
      object.sha256,
      blocks,
    ],
  );
}

/** The objects of a delivery, in the order of their keys. */
export async function listDeliveredObjects(database: Queryable, configSnapshotId: string): Promise<DeliveredObject[]> {
  const { rows } = await database.query<ObjectRow>(
    `SELECT bucket, object_key, resource_type, item_count, size, content_size, sha256 FROM delivery_objects
     WHERE config_snapshot_id = $1 ORDER BY object_key`,
    [configSnapshotId],
  );
  return rows.map((row) => ({
    bucket: row.bucket,
    key: row.object_key,
    resourceType: row.resource_type ?? undefined,
    itemCount: row.item_count,
    size: Number(row.size),
    contentSize: Number(row.content_size),
    sha256: row.sha256,
  }));
}

/** The packed blocks of a delivered object (`unpackBlocks` reads them), for a reader of single items; undefined for a foreign one. */
export async function findGzipBlocks(
  database: Queryable,
  bucket: string,
  key: string,
): Promise<{ blocks: Buffer; size: number } | undefined> {
  const { rows } = await database.query<{ gzip_blocks: Buffer; size: string }>(
    `SELECT o.gzip_blocks, o.size FROM delivery_objects o JOIN delivery_attempts a USING (config_snapshot_id)
     WHERE o.bucket = $1 AND o.object_key = $2 ORDER BY a.requested_at DESC LIMIT 1`,
    [bucket, key],
  );
  return rows[0] && { blocks: rows[0].gzip_blocks, size: Number(rows[0].size) };
}

/** Notes that objects of a delivery stand in their bucket: that of `key`, or all. */
export async function noteAppeared(tx: Queryable, configSnapshotId: string, key?: string): Promise<void> {
  await tx.query(
    `UPDATE delivery_objects SET appeared = true
     WHERE config_snapshot_id = $1 AND ($2::text IS NULL OR object_key = $2)`,
    [configSnapshotId, key ?? null],
  );
}

/** Forgets the objects of a failed delivery that never appeared. */
export async function forgetUnseen(tx: Queryable, configSnapshotId: string): Promise<void> {
  await tx.query('DELETE FROM delivery_objects WHERE config_snapshot_id = $1 AND NOT appeared', [configSnapshotId]);
}
