import { DomainError } from '../../errors';
import type { ObjectHead, ObjectStore } from '../../object-store/port';

/** Later than any clock of a store says. */
export const always = new Date(8.64e15);

/**
 * Makes sure whether the object of an interrupted upload stands. Its remains are cleared away first: after that an upload that
 * somebody else still believes to be his can no longer make it appear (`beforeVisible`). Undefined: it does not stand, and will not.
 *
 * @throws the store's error when the store cannot be asked.
 */
export async function settleObject(store: ObjectStore, bucket: string, key: string): Promise<ObjectHead | undefined> {
  try {
    await store.discardUnfinished(bucket, key, always);
  } catch (error) {
    // Whoever may not list uploads (s3:ListBucketMultipartUploads) can still ask for the object.
    if (!(error instanceof DomainError) || error.kind === 'unavailable') throw error;
  }
  try {
    return await store.head(bucket, key);
  } catch (error) {
    if (error instanceof DomainError && error.kind === 'not-found') return undefined;
    throw error;
  }
}
