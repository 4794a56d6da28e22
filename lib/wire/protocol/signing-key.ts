import { createHash, createHmac } from 'node:crypto';
import { getSigningKey } from '@smithy/signature-v4';
import { LRUCache } from 'lru-cache';

/** What a signing key is derived from; the day as `YYYYMMDD`. */
interface Derivation {
  date: string;
  region: string;
  service: string;
}

/** Days and regions that are kept of one access key: a region is the caller's to choose, and so their number is not. */
const mostDerived = 50;

/** By the key itself, so that no secret outlives its key, and a secret that is replaced finds nothing. */
const kept = new WeakMap<object, LRUCache<string, Uint8Array>>();

/** The key that requests of a day and region are signed with; derived once, which takes five hashes, and kept while it is in use. */
export async function signingKey(
  key: { accessKeyId: string; secretAccessKey: string },
  { date, region, service }: Derivation,
): Promise<Uint8Array> {
  const ofKey = kept.get(key) ?? new LRUCache<string, Uint8Array>({ max: mostDerived });
  kept.set(key, ofKey);
  const name = `${date}/${region}/${service}`;
  const derived = ofKey.get(name) ?? (await getSigningKey(NodeSha256, key, date, region, service));
  ofKey.set(name, derived);
  return derived;
}

/** Node's SHA-256 in the form that the library asks for. */
export class NodeSha256 {
  readonly #hash;

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', asBytes(secret));
  }

  update(data: Uint8Array): void {
    this.#hash.update(data);
  }

  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }

  reset(): void {
    throw new Error('A hash is used once');
  }
}

function asBytes(secret: string | ArrayBuffer | ArrayBufferView): Buffer {
  if (typeof secret === 'string') return Buffer.from(secret);
  return ArrayBuffer.isView(secret)
    ? Buffer.from(secret.buffer, secret.byteOffset, secret.byteLength)
    : Buffer.from(secret);
}
