import type { Queryable } from '../database/database';
import type { ResourceKey } from '../items/identity';
import type { Scope } from '../items/scope';
import type { CapturedItem } from './current/captured-item';
import { addItems, analyzeItems, lockRecording, reassignSource } from './current/write';
import { InventoryReader } from './reader';

/**
 * What is kept of the resources of one account and Region, to be written in a transaction. Everything but the lock itself is done
 * under `lock`.
 */
export class InventoryTransactor extends InventoryReader {
  /** @param tx a transaction: on a bare connection the lock would end at once. */
  constructor(tx: Queryable, scope: Scope) {
    super(tx, scope);
  }

  /**
   * Makes whoever records in this scope at the same time, in this process or another one, wait for the transaction's end: a resource
   * has one current item only, and the order of the journal is that of the commits.
   */
  lock(): Promise<void> {
    return lockRecording(this.database, this.scope);
  }

  /** Keeps `captured` as the current items of their resources, told of by `source`; the former ones stay as history. */
  add(source: string, captured: readonly CapturedItem[]): Promise<void> {
    return addItems(this.database, this.scope, source, captured);
  }

  /** Gives resources that did not change to the source that tells of them now. */
  reassignSource(source: string, resources: readonly ResourceKey[]): Promise<void> {
    return reassignSource(this.database, this.scope, source, resources);
  }

  /** Lets the planner know of what this transaction has written so far. */
  analyze(): Promise<void> {
    return analyzeItems(this.database);
  }
}
