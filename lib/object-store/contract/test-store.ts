import { buffer } from 'node:stream/consumers';
import { beforeEach, expect } from 'vitest';
import type { ListPage, ListRequest, ObjectHead, ObjectStore } from '../port';

export interface StoreUnderTest {
  store(): ObjectStore;
  /** Whether an object is a file under the path that its key is: then no part of a key can be empty or dots. */
  keysArePaths: boolean;
  /** Removes a bucket and all in it, as somebody else would: not through the store. */
  removeBucket(bucket: string): Promise<void>;
  /** Puts an object as somebody else would, and sooner than the store does. */
  drop(bucket: string, key: string): Promise<void>;
}

/** A store, and the short ways to what most tests do with it, in a bucket that is new for each test. */
export interface TestStore extends StoreUnderTest {
  bucket(): string;
  put(key: string, body?: string | Uint8Array): Promise<ObjectHead>;
  text(key: string): Promise<string>;
  /** All pages that a listing has. */
  pages(request: ListRequest): Promise<ListPage[]>;
  keys(request?: ListRequest): Promise<string[]>;
}

export const mib = 1024 ** 2;

/** What a refusal of this code equals. */
export const code = (name: string) => expect.objectContaining({ name: 'DomainError', code: name });

let made = 0;

/** To be called once in a `describe`. */
export function testStore(tested: StoreUnderTest): TestStore {
  const { store } = tested;
  let bucket = '';
  beforeEach(async () => {
    bucket = `contract-${process.pid}-${++made}`;
    await store().createBucket(bucket);
  });

  async function pages(request: ListRequest): Promise<ListPage[]> {
    const all: ListPage[] = [];
    let token: string | undefined;
    do {
      const page = await store().list(bucket, { ...request, token });
      all.push(page);
      token = page.nextToken;
    } while (token !== undefined);
    return all;
  }

  return {
    ...tested,
    bucket: () => bucket,
    put: (key, body = key) => store().put(bucket, key, Buffer.from(body)),
    text: async (key) => (await buffer((await store().get(bucket, key)).body)).toString(),
    pages,
    keys: async (request = {}) => (await pages(request)).flatMap((page) => page.objects.map((one) => one.key)),
  };
}
