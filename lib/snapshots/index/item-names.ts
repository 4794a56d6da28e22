import { none } from './columns';
import type { SnapshotIndex } from './snapshot-index';

/** The names of items: their own, or those that their tags `Name` give them. As numbers of strings; `none` where there is none. */
export class ItemNames {
  readonly #index: SnapshotIndex;
  readonly #empty: number;
  readonly #key: number;

  constructor(index: SnapshotIndex) {
    this.#index = index;
    this.#empty = index.strings.find('');
    this.#key = index.strings.find('Name');
  }

  /** The value of an item's tag `Name`. */
  tag(item: number): number {
    const { tagStart, tagKey, tagValue } = this.#index;
    if (this.#key < 0) return none;
    for (let at = tagStart[item] ?? 0; at < (tagStart[item + 1] ?? 0); at++) {
      if (tagKey[at] === this.#key) return this.#orNone(tagValue[at]);
    }
    return none;
  }

  /** The name by which an item is shown: its `resourceName`, else its tag `Name`. */
  shown(item: number): number {
    const own = this.#orNone(this.#index.name[item]);
    return own === none ? this.tag(item) : own;
  }

  /** The tag `Name` of an item that has no name of its own. */
  instead(item: number): number {
    return this.#orNone(this.#index.name[item]) === none ? this.tag(item) : none;
  }

  #orNone(string = none): number {
    return string === this.#empty ? none : string;
  }
}
