import { type ContainmentRule, containmentRules } from '../../../../graph/containment';
import { type Verb, verbOf } from '../../../../graph/relationship-name';
import type { TypeKeys } from '../../../index/item-lookup';
import type { SnapshotIndex } from '../../../index/snapshot-index';

/** What a rule does to the inner resource, as a number. */
export enum Action {
  inVpc,
  inSubnet,
  spans,
  follows,
  docks,
}

const verbs: readonly Verb[] = ['attached', 'associated', 'contained-in', 'contains', 'other'];

/** The rules of containment by the numbers of an index: most relationships are none, and one look must tell. */
export class ContainmentTable {
  /** Of each key of a type: its number among the types of rules; 0 for all others. */
  readonly classOfKey: Uint8Array;
  /** The same of each string that is a type. */
  readonly classOfType: Uint8Array;
  readonly classCount: number;
  /**
   * Rules by the classes of who tells and of whom (`teller * classCount + other`): the place of the rule plus one, negative where the outer
   * one tells; 0 for none.
   */
  readonly ruleOfPair: Int16Array;
  /** What each rule does, by its place. */
  readonly actions = Uint8Array.from(containmentRules, actionOf);
  /** The class of the inner type of each rule. */
  readonly innerClass: Uint8Array;
  /** The verbs of each rule, as bits. */
  readonly #verbs = Uint8Array.from(containmentRules, ({ verbs }) =>
    verbs.reduce((bits, verb) => bits | bitOf(verb), 0),
  );
  /** The verb of each string that was met as a name, as a bit. */
  readonly #verbOfName: Uint8Array;
  readonly #index: SnapshotIndex;

  constructor(index: SnapshotIndex, keys: TypeKeys) {
    this.#index = index;
    this.#verbOfName = new Uint8Array(index.strings.count);
    const types = [...new Set(containmentRules.flatMap(({ inner, outer }) => [inner, outer]))];
    const classes = new Map(types.map((type, at) => [type, at + 1]));
    this.classCount = types.length + 1;
    this.classOfKey = new Uint8Array(keys.count);
    for (const [type, number] of classes) {
      const key = keys.find(type);
      if (key !== undefined) this.classOfKey[key] = number;
    }
    this.classOfType = new Uint8Array(index.strings.count);
    for (const type of index.types) this.classOfType[type] = this.classOfKey[keys.of(type)] ?? 0;
    this.innerClass = Uint8Array.from(containmentRules, ({ inner }) => classes.get(inner) ?? 0);
    this.ruleOfPair = new Int16Array(this.classCount ** 2);
    containmentRules.forEach(({ inner, outer, outerIds }, at) => {
      if (outerIds) return;
      const [innerClass = 0, outerClass = 0] = [classes.get(inner), classes.get(outer)];
      this.ruleOfPair[innerClass * this.classCount + outerClass] = at + 1;
      this.ruleOfPair[outerClass * this.classCount + innerClass] = -(at + 1);
    });
  }

  /** Whether a relationship of this name (a string's number) is one of the rule at a place. */
  tells(rule: number, name: number): boolean {
    let verb = this.#verbOfName[name] ?? 0;
    if (verb === 0) {
      verb = bitOf(verbOf(this.#index.strings.get(name)));
      this.#verbOfName[name] = verb;
    }
    return ((this.#verbs[rule] ?? 0) & verb) !== 0;
  }
}

function bitOf(verb: Verb): number {
  return 1 << verbs.indexOf(verb);
}

function actionOf({ containment, outer }: ContainmentRule): Action {
  switch (containment) {
    case 'in':
      return outer === 'AWS::EC2::VPC' ? Action.inVpc : Action.inSubnet;
    case 'spans':
      return Action.spans;
    case 'follows':
      return Action.follows;
    case 'docks':
      return Action.docks;
  }
}
