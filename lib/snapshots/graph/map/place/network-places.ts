import { containmentRules } from '../../../../graph/containment';
import { none } from '../../../index/columns';
import { TimeSlicer } from '../../../index/time-slicer';
import type { GraphNodes } from '../../graph-nodes';
import type { NodeColumns } from '../../node-columns';
import { Action, ContainmentTable } from './containment-table';
import { ZoneNames } from './zone-names';

/** Where nodes lie in the network: numbers of nodes, -1 for none. */
export interface NetworkPlaces {
  vpc: Int32Array;
  subnet: Int32Array;
  /** On what each rides; that itself rides on nothing. */
  owner: Int32Array;
  /** The string of each node's zone; `none` where it is in no single one. */
  zone: Uint32Array;
}

const several = -2;

/** Works out by the rules of containment where the resources of an index lie. In slices. */
export async function findNetworkPlaces(nodes: GraphNodes, columns: NodeColumns): Promise<NetworkPlaces> {
  const placing = new Placing(nodes, columns);
  await placing.readRelationships();
  await placing.readIds();
  await placing.settle();
  return placing.places;
}

class Placing {
  readonly places: NetworkPlaces;
  readonly #slicer = new TimeSlicer();
  readonly #table: ContainmentTable;
  /** A subnet of those that a node reaches into or is in: all of them are of one VPC. */
  readonly #reaches: Int32Array;
  readonly #follows: Int32Array;
  /** The rank of the rule by which `owner` was found. */
  readonly #ownerRank: Uint8Array;
  readonly #own: Uint8Array;

  constructor(
    private readonly nodes: GraphNodes,
    private readonly columns: NodeColumns,
  ) {
    const count = columns.nodeCount;
    const empty = () => new Int32Array(count).fill(-1);
    this.places = { vpc: empty(), subnet: empty(), owner: empty(), zone: new Uint32Array(count).fill(none) };
    this.#table = new ContainmentTable(nodes.index, nodes.keys);
    this.#reaches = empty();
    this.#follows = empty();
    this.#ownerRank = new Uint8Array(count).fill(containmentRules.length);
    this.#own = new Uint8Array(count);
  }

  /**
   * What resources tell of themselves, and then what others tell of those that tell nothing of the kind: AWS Config mostly writes both, and
   * what an item tells of itself is written without looking anywhere else.
   */
  async readRelationships(): Promise<void> {
    const tellers = new Uint32Array(containmentRules.length);
    const last = new Int32Array(containmentRules.length).fill(-1);
    await this.#scan(1, (rule, item, to) => {
      if (last[rule] !== item) tellers[rule] = (tellers[rule] ?? 0) + 1;
      last[rule] = item;
      this.#take(rule, item, to, true);
    });
    const { itemCount } = this.nodes.index;
    const counts = this.#countClasses();
    const isTold = containmentRules.map((_, rule) => tellers[rule] === counts[this.#table.innerClass[rule] ?? 0]);
    await this.#scan(-1, (rule, item, to) => {
      if (to >= itemCount || !isTold[rule]) this.#take(rule, to, item, false);
    });
  }

  /** Calls `take` for each relationship that a rule is about and that its inner end tells (for 1), or its outer end (for -1). */
  async #scan(teller: 1 | -1, take: (rule: number, item: number, to: number) => void): Promise<void> {
    // Of an object of many columns each look would cost as much as what is done with it.
    const { edgeStart, edgeType, edgeLabel, typeKey, itemCount } = this.nodes.index;
    const { nodeOf } = this.columns;
    const table = this.#table;
    const { classOfKey, classOfType, classCount, ruleOfPair } = table;
    await this.#slicer.forRows(itemCount, (from, end) => {
      for (let item = from; item < end; item++) {
        const its = (classOfKey[typeKey[item] ?? 0] ?? 0) * classCount;
        if (its === 0) continue;
        const behind = edgeStart[item + 1] ?? 0;
        for (let edge = edgeStart[item] ?? 0; edge < behind; edge++) {
          const code = (ruleOfPair[its + (classOfType[edgeType[edge] ?? 0] ?? 0)] ?? 0) * teller;
          if (code <= 0) continue;
          const to = nodeOf[edge] ?? -1;
          if (to < 0 || to === item || !table.tells(code - 1, edgeLabel[edge] ?? none)) continue;
          take(code - 1, item, to);
        }
      }
      return undefined;
    });
  }

  /** How many resources there are of each class of types, those that are only referred to left out. */
  #countClasses(): Uint32Array {
    const { typeKey, itemCount } = this.nodes.index;
    const { repeated } = this.columns;
    const { classOfKey, classCount } = this.#table;
    const counts = new Uint32Array(classCount);
    for (let item = 0; item < itemCount; item++) {
      if (repeated[item] === 1) continue;
      const its = classOfKey[typeKey[item] ?? 0] ?? 0;
      counts[its] = (counts[its] ?? 0) + 1;
    }
    return counts;
  }

  /** What an id tells of the resource on which it rides. */
  async readIds(): Promise<void> {
    const { index, keys, resolver } = this.nodes;
    const { strings, typeKey, scope, id, itemCount } = index;
    for (const { inner, outer, outerIds } of containmentRules) {
      const [innerKey, outerKey] = [keys.find(inner), keys.find(outer)];
      if (!outerIds || innerKey === undefined || outerKey === undefined) continue;
      await this.#slicer.forRows(itemCount, (from, end) => {
        for (let item = from; item < end; item++) {
          if (typeKey[item] !== innerKey) continue;
          for (const told of outerIds(strings.get(id[item] ?? 0))) {
            const text = strings.find(told);
            const owner = text < 0 ? -1 : resolver.byId(scope[item] ?? none, outerKey, text);
            if (owner >= 0) this.places.owner[item] = owner;
          }
        }
        return undefined;
      });
    }
  }

  /** What follows from what was told: the VPC of what is in a subnet, and the place of what is not in the document from who names it. */
  async settle(): Promise<void> {
    const { vpc, subnet, owner, zone } = this.places;
    const { itemCount, zone: zoneOf, strings } = this.nodes.index;
    const zones = new ZoneNames(strings);
    const rows = (work: (node: number) => void) =>
      this.#slicer.forRows(this.columns.nodeCount, (from, end) => {
        for (let node = from; node < end; node++) work(node);
        return undefined;
      });
    await rows((node) => {
      if (node < itemCount) {
        const its = zoneOf[node] ?? none;
        if (its !== none && zones.isZone(its)) zone[node] = its;
      }
      const its = subnet[node] ?? -1;
      if (its < 0) return;
      if (vpc[its] === -1 && (vpc[node] ?? -1) >= 0) vpc[its] = vpc[node] ?? -1;
      if (its >= itemCount && zone[its] === none) zone[its] = zone[node] ?? none;
    });
    const waiting: number[] = [];
    await rows((node) => {
      const reached = (subnet[node] ?? -1) >= 0 ? (subnet[node] ?? -1) : (this.#reaches[node] ?? -1);
      if (reached >= 0 && (vpc[reached] ?? -1) >= 0) vpc[node] = vpc[reached] ?? -1;
      if ((vpc[node] ?? -1) < 0 && (this.#follows[node] ?? -1) >= 0) waiting.push(node);
    });
    for (const node of waiting) vpc[node] = vpc[this.#follows[node] ?? 0] ?? -1;
    await rows((node) => {
      if ((owner[node] ?? -1) < 0) return;
      let last = owner[node] ?? -1;
      // No type rides on itself, not even by way of others: this ends.
      while ((owner[last] ?? -1) >= 0) last = owner[last] ?? -1;
      owner[node] = last;
      if (last < itemCount || (subnet[last] ?? -1) >= 0 || (vpc[last] ?? -1) >= 0) return;
      subnet[last] = subnet[node] ?? -1;
      vpc[last] = vpc[node] ?? -1;
    });
  }

  /** Applies the rule at a place: those before it among the rules go before it, and what a resource tells itself before what others do. */
  #take(rule: number, inner: number, outer: number, tellsItself: boolean): void {
    const { vpc, subnet, owner } = this.places;
    switch (this.#table.actions[rule]) {
      case Action.docks: {
        const known = this.#ownerRank[inner] ?? 0;
        if (known < rule || (known === rule && !this.#mayTell(inner, Own.owner, tellsItself))) return;
        if (known > rule) owner[inner] = outer;
        else if (owner[inner] !== outer) owner[inner] = several;
        this.#ownerRank[inner] = rule;
        this.#own[inner] = tellsItself ? (this.#own[inner] ?? 0) | Own.owner : (this.#own[inner] ?? 0) & ~Own.owner;
        return;
      }
      case Action.follows:
        this.#follows[inner] = outer;
        return;
      case Action.inVpc:
        if (!this.#mayTell(inner, Own.vpc, tellsItself)) return;
        vpc[inner] = vpc[inner] === -1 || vpc[inner] === outer ? outer : several;
        return;
      case Action.inSubnet:
        if (!this.#mayTell(inner, Own.subnet, tellsItself)) return;
        subnet[inner] = subnet[inner] === -1 || subnet[inner] === outer ? outer : several;
        this.#reaches[inner] = outer;
        return;
      default:
        this.#reaches[inner] = outer;
    }
  }

  #mayTell(inner: number, what: Own, tellsItself: boolean): boolean {
    const own = this.#own[inner] ?? 0;
    if (tellsItself) this.#own[inner] = own | what;
    return tellsItself || (own & what) === 0;
  }
}

/** What a resource tells of itself, as bits. */
enum Own {
  vpc = 1,
  subnet = 2,
  owner = 4,
}
