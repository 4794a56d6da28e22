import { createHash } from 'node:crypto';
import { DomainError } from '../../errors';
import type { ObjectStore } from '../../object-store/port';
import type { DeliveredObject } from './object-record-store';

export type VerificationOutcome = 'same' | 'different' | 'missing' | 'unreadable';

/** What became of one delivered object. */
export interface ObjectVerification {
  bucket: string;
  key: string;
  outcome: VerificationOutcome;
  message: string;
}

const fromWorst: readonly VerificationOutcome[] = ['missing', 'different', 'unreadable', 'same'];

/** Reads the objects of a delivery again, one after the other and as streams, and compares them with what was delivered. */
export async function verifyObjects(
  store: ObjectStore,
  delivered: readonly DeliveredObject[],
): Promise<{ outcome: VerificationOutcome; objects: ObjectVerification[] }> {
  const objects: ObjectVerification[] = [];
  for (const object of delivered) {
    objects.push({ bucket: object.bucket, key: object.key, ...(await compare(store, object)) });
  }
  const outcome = fromWorst.find((one) => objects.some((object) => object.outcome === one)) ?? 'same';
  return { outcome, objects };
}

async function compare(
  store: ObjectStore,
  { bucket, key, size, sha256, itemCount }: DeliveredObject,
): Promise<Pick<ObjectVerification, 'outcome' | 'message'>> {
  try {
    const found = await hashOf(store, bucket, key);
    if (found.sha256 === sha256) {
      const message = `It is what was delivered, byte for byte: ${size} bytes with ${itemCount} items, SHA-256 ${sha256}.`;
      return { outcome: 'same', message };
    }
    const what = found.size === size ? `its ${size} bytes are others` : `it has ${found.size} bytes instead of ${size}`;
    const message = `It is not what was delivered: ${what}. Its SHA-256 is ${found.sha256}, that of the delivery ${sha256}.`;
    return { outcome: 'different', message };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.kind === 'not-found') return { outcome: 'missing', message: error.message };
    return { outcome: 'unreadable', message: error.message };
  }
}

async function hashOf(store: ObjectStore, bucket: string, key: string): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  const { body } = await store.get(bucket, key);
  for await (const chunk of body) {
    hash.update(chunk);
    size += chunk.length;
  }
  return { sha256: hash.digest('hex'), size };
}
