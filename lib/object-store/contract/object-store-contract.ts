import { bucketsContract } from './buckets-contract';
import { failedUploadsContract } from './failed-uploads-contract';
import { keysContract } from './keys-contract';
import { listingsContract } from './listings-contract';
import { objectsContract } from './objects-contract';
import { type StoreUnderTest, testStore } from './test-store';

/** Registers the tests that every object store passes. To be called in a `describe`. */
export function objectStoreContract(tested: StoreUnderTest): void {
  const store = testStore(tested);
  bucketsContract(store);
  objectsContract(store);
  failedUploadsContract(store);
  keysContract(store);
  listingsContract(store);
}
