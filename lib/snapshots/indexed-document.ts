import type { Relationship } from '../items/configuration-item';

/** What is kept in memory of one item; its text lies in the decompressed copy at `offset`. */
export interface IndexedItem {
  resourceType: string;
  resourceId: string;
  resourceName?: string;
  /** The value of the tag `Name`. */
  nameTag?: string;
  availabilityZone?: string;
  awsRegion?: string;
  accountId: string;
  status: string;
  captureTime?: string;
  relationships: readonly Relationship[];
  /** Bytes in the decompressed copy. */
  offset: number;
  length: number;
}

/** An opened document: the light part of every item, and where the decompressed text lies. */
export interface IndexedDocument {
  bucket: string;
  key: string;
  etag: string;
  storedSize: number;
  jsonSize: number;
  lastModified: Date;
  fileVersion?: string;
  configSnapshotId?: string;
  requestId?: string;
  items: readonly IndexedItem[];
  /** The decompressed copy of the object, in the cache folder. */
  copyPath: string;
}
