import { archiveOf, type StorageAnswer } from '../archive';
import { printToken } from '../names';
import type { ListPage, ObjectHead, StoredObject } from '../port';
import { type UnreadableName, unreadableNames } from '../unreadable';

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

/**
 * One page, its keys decoded where the server did as it was asked and encoded them. One that is not UTF-8, as servers before a file
 * system may have, is told of in its encoded form.
 */
export function listPageFrom(answer: ListAnswer): ListPage {
  const plain = answer.EncodingType === 'url' ? decoded : (text: string) => text;
  const page: ListPage = { folders: [], objects: [] };
  const unreadable: UnreadableName[] = [];
  const named = (encoded: string | undefined, found: (key: string) => void) => {
    if (!encoded) return;
    const key = plain(encoded);
    if (key === undefined) unreadable.push({ name: encoded, reason: 'its name is not UTF-8' });
    else found(key);
  };
  for (const { Prefix } of answer.CommonPrefixes ?? []) named(Prefix, (folder) => page.folders.push(folder));
  for (const one of answer.Contents ?? []) named(one.Key, (key) => page.objects.push(storedObject(key, one)));
  if (answer.IsTruncated && answer.NextContinuationToken) page.nextToken = printToken(answer.NextContinuationToken);
  return { ...page, ...unreadableNames(unreadable) };
}

function storedObject(key: string, one: ListedAnswer): StoredObject {
  const { Size: size = 0, LastModified: lastModified = new Date(0), ETag, StorageClass } = one;
  return { key, size, lastModified, etag: unquoted(ETag), ...(StorageClass && { storageClass: StorageClass }) };
}

/** An etag without the quotes that HTTP puts round it. */
export function unquoted(etag = ''): string {
  return etag.replace(/^"|"$/g, '');
}

/** S3 encodes as forms do: `+` is a space. Undefined where what is encoded is not UTF-8. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
