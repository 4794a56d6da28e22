import { archiveOf, type StorageAnswer } from '../archive';
import { printToken } from '../names';
import type { ListPage, ObjectHead, StoredObject } from '../port';

/** The fields of S3's HEAD, GET and LIST answers that we read. */
interface HeadAnswer extends StorageAnswer {
  LastModified?: Date;
  ETag?: string;
  ContentType?: string;
  ContentEncoding?: string;
  ServerSideEncryption?: string;
}
interface ListAnswer {
  EncodingType?: string;
  CommonPrefixes?: { Prefix?: string }[];
  Contents?: ListedAnswer[];
  IsTruncated?: boolean;
  NextContinuationToken?: string;
}

interface ListedAnswer {
  Key?: string;
  Size?: number;
  LastModified?: Date;
  ETag?: string;
  StorageClass?: string;
}

/** The head of an object of `size` bytes (the whole of it, also where the answer holds a range). */
export function headFrom(key: string, answer: HeadAnswer, size = 0): ObjectHead {
  const head: ObjectHead = { key, size, lastModified: answer.LastModified ?? new Date(0), etag: unquoted(answer.ETag) };
  // S3 names every class but the standard one (HeadObject, Amazon S3 API Reference).
  head.storageClass = answer.StorageClass ?? 'STANDARD';
  const archive = archiveOf(answer);
  if (archive) head.archive = archive;
  if (answer.ContentType) head.contentType = answer.ContentType;
  if (answer.ContentEncoding) head.contentEncoding = answer.ContentEncoding;
  if (answer.ServerSideEncryption) head.serverSideEncryption = answer.ServerSideEncryption;
  return head;
}

/** The size of the whole object, out of `bytes 0-9/1234`. */
export function wholeSize(contentRange: string): number {
  return Number(contentRange.split('/')[1]);
}

/** One page, its keys decoded where the server did as it was asked and encoded them. */
export function listPageFrom(answer: ListAnswer): ListPage {
  const plain = answer.EncodingType === 'url' ? decoded : (text: string) => text;
  const page: ListPage = { folders: [], objects: [] };
  for (const { Prefix } of answer.CommonPrefixes ?? []) if (Prefix) page.folders.push(plain(Prefix));
  for (const one of answer.Contents ?? []) {
    if (one.Key) page.objects.push(storedObject(plain(one.Key), one));
  }
  if (answer.IsTruncated && answer.NextContinuationToken) page.nextToken = printToken(answer.NextContinuationToken);
  return page;
}

function storedObject(key: string, one: ListedAnswer): StoredObject {
  const { Size: size = 0, LastModified: lastModified = new Date(0), ETag, StorageClass } = one;
  return { key, size, lastModified, etag: unquoted(ETag), ...(StorageClass && { storageClass: StorageClass }) };
}

/** An etag without the quotes that HTTP puts round it. */
export function unquoted(etag = ''): string {
  return etag.replace(/^"|"$/g, '');
}

/** S3 encodes as forms do: `+` is a space. */
function decoded(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '));
}
