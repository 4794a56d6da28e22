import { type ContainmentRule, containmentRules, tellsContainment } from '../../../../graph/containment';
import type { TypeKeys } from '../../../index/item-lookup';
import type { SnapshotIndex } from '../../../index/snapshot-index';

/** A rule, and which end of the relationship is the inner one. */
export interface ToldContainment {
  rule: ContainmentRule;
  /** Its place among the rules: the first of a type goes before the others. */
  rank: number;
  innerTells: boolean;
}

const unknown = 0;
const [told, notTold] = [1, 2];

/** The rules of containment by the numbers of an index: most relationships are none, and one look must tell. */
export class ContainmentTable {
  /** Of each key of a type: its number among the types of rules; 0 for all others. */
  readonly classOfKey: Uint8Array;
  /** The same of each string that is a type. */
  readonly classOfType: Uint8Array;
  /** Rules by both classes (`pair`), each plus one; negative where the outer one tells; 0 for none. */
  readonly #rules: Int16Array;
  readonly #classCount: number;
  readonly #index: SnapshotIndex;
  readonly #labels = new Map<number, Uint8Array>();

  constructor(index: SnapshotIndex, keys: TypeKeys) {
    this.#index = index;
    const types = [...new Set(containmentRules.flatMap(({ inner, outer }) => [inner, outer]))];
    const classes = new Map(types.map((type, at) => [type, at + 1]));
    this.#classCount = types.length + 1;
    this.classOfKey = new Uint8Array(keys.count);
    for (const [type, number] of classes) {
      const key = keys.find(type);
      if (key !== undefined) this.classOfKey[key] = number;
    }
    this.classOfType = new Uint8Array(index.strings.count);
    for (const type of index.types) this.classOfType[type] = this.classOfKey[keys.of(type)] ?? 0;
    this.#rules = new Int16Array(this.#classCount ** 2);
    containmentRules.forEach(({ inner, outer, outerIds }, at) => {
      if (outerIds) return;
      const [innerClass = 0, outerClass = 0] = [classes.get(inner), classes.get(outer)];
      this.#rules[this.pair(innerClass, outerClass)] = at + 1;
      this.#rules[this.pair(outerClass, innerClass)] = -(at + 1);
    });
  }

  /** The number of two classes together: who tells, and of whom. */
  pair(teller: number, other: number): number {
    return teller * this.#classCount + other;
  }

  /** Whether a relationship between two classes may tell of containment. Cheap. */
  mayTell(pair: number): boolean {
    return this.#rules[pair] !== 0;
  }

  /** The rule of a relationship between two classes, by its name (a string's number); undefined where its name says something else. */
  find(pair: number, name: number): ToldContainment | undefined {
    const code = this.#rules[pair] ?? 0;
    const rank = Math.abs(code) - 1;
    const rule = containmentRules[rank];
    if (!rule) return undefined;
    const known = this.#labels.get(name) ?? new Uint8Array(containmentRules.length);
    this.#labels.set(name, known);
    if (known[rank] === unknown) {
      known[rank] = tellsContainment(rule, this.#index.strings.get(name)) ? told : notTold;
    }
    return known[rank] === told ? { rule, rank, innerTells: code > 0 } : undefined;
  }
}
