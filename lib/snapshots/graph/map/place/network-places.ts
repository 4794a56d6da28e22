import { containmentRules } from '../../../../graph/containment';
import { none } from '../../../index/columns';
import { TimeSlicer } from '../../../index/time-slicer';
import type { GraphNodes } from '../../graph-nodes';
import type { NodeColumns } from '../../node-columns';
import { Action, ContainmentTable } from './containment-table';
import { OwnPlaces } from './own-places';
import type { NetworkPlaces } from './places';
import { settlePlaces } from './settle-places';

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
  readonly #nodes: GraphNodes;
  readonly #columns: NodeColumns;

  constructor(nodes: GraphNodes, columns: NodeColumns) {
    this.#nodes = nodes;
    this.#columns = columns;
    const count = columns.nodeCount;
    const empty = () => new Int32Array(count).fill(-1);
    this.places = { vpc: empty(), subnet: empty(), owner: empty(), zone: new Uint32Array(count).fill(none) };
    this.#table = new ContainmentTable(nodes.index, nodes.keys);
    this.#reaches = empty();
    this.#follows = empty();
    this.#ownerRank = new Uint8Array(count).fill(containmentRules.length);
  }

  /**
   * What resources tell of themselves, and then what others tell of those that tell nothing of the kind: AWS Config mostly writes both, and
   * what an item tells of itself is written without looking anywhere else.
   */
  async readRelationships(): Promise<void> {
    const ownCounts = await this.#readOwn();
    const counts = this.#countClasses();
    await this.#readOthers(containmentRules.map((_, at) => ownCounts[at] === counts[this.#table.innerClass[at] ?? 0]));
  }

  /** Reads what items tell of themselves; gives how many tell of each rule. */
  async #readOwn(): Promise<Uint32Array> {
    // Of an object of many columns each look would cost as much as what is done with it.
    const { edgeStart, edgeType, edgeLabel, typeKey, itemCount } = this.#nodes.index;
    const { nodeOf } = this.#columns;
    const { vpc, subnet, owner } = this.places;
    const table = this.#table;
    const { classOfKey, classOfType, classCount, ruleOfPair, actions } = table;
    const ownCounts = new Uint32Array(containmentRules.length);
    const last = new Int32Array(containmentRules.length).fill(-1);
    await this.#slicer.forRows(itemCount, (from, end) => {
      for (let item = from; item < end; item++) {
        const its = (classOfKey[typeKey[item] ?? 0] ?? 0) * classCount;
        if (its === 0) continue;
        let [itsVpc, itsSubnet, itsOwner, itsRank] = [-1, -1, -1, containmentRules.length];
        const behind = edgeStart[item + 1] ?? 0;
        for (let edge = edgeStart[item] ?? 0; edge < behind; edge++) {
          const rule = (ruleOfPair[its + (classOfType[edgeType[edge] ?? 0] ?? 0)] ?? 0) - 1;
          if (rule < 0) continue;
          const to = nodeOf[edge] ?? -1;
          if (to < 0 || to === item || !table.tells(rule, edgeLabel[edge] ?? none)) continue;
          if (last[rule] !== item) ownCounts[rule] = (ownCounts[rule] ?? 0) + 1;
          last[rule] = item;
          switch (actions[rule]) {
            case Action.inVpc:
              itsVpc = itsVpc === -1 || itsVpc === to ? to : several;
              break;
            case Action.inSubnet:
              itsSubnet = itsSubnet === -1 || itsSubnet === to ? to : several;
              this.#reaches[item] = to;
              break;
            case Action.docks:
              if (itsRank > rule) itsOwner = to;
              else if (itsRank === rule && itsOwner !== to) itsOwner = several;
              itsRank = Math.min(itsRank, rule);
              break;
            case Action.follows:
              this.#follows[item] = to;
              break;
            default:
              this.#reaches[item] = to;
          }
        }
        if (itsVpc !== -1) vpc[item] = itsVpc;
        if (itsSubnet !== -1) subnet[item] = itsSubnet;
        if (itsOwner === -1) continue;
        owner[item] = itsOwner;
        this.#ownerRank[item] = itsRank;
      }
      return undefined;
    });
    return ownCounts;
  }

  /** Reads what items tell of others that are silent; by rules of which all items tell themselves, of what is not in the document alone. */
  async #readOthers(isStatedByItself: readonly boolean[]): Promise<void> {
    const { edgeStart, edgeType, edgeLabel, typeKey, itemCount } = this.#nodes.index;
    const { nodeOf } = this.#columns;
    const table = this.#table;
    const { classOfKey, classOfType, classCount, ruleOfPair } = table;
    const own = new OwnPlaces(this.places, this.#ownerRank);
    await this.#slicer.forRows(itemCount, (from, end) => {
      for (let item = from; item < end; item++) {
        const its = (classOfKey[typeKey[item] ?? 0] ?? 0) * classCount;
        if (its === 0) continue;
        const behind = edgeStart[item + 1] ?? 0;
        for (let edge = edgeStart[item] ?? 0; edge < behind; edge++) {
          const rule = -(ruleOfPair[its + (classOfType[edgeType[edge] ?? 0] ?? 0)] ?? 0) - 1;
          if (rule < 0) continue;
          const to = nodeOf[edge] ?? -1;
          if (to < 0 || to === item || (to < itemCount && isStatedByItself[rule])) continue;
          if (table.tells(rule, edgeLabel[edge] ?? none)) this.#take(rule, to, item, own);
        }
      }
      return undefined;
    });
  }

  /** How many resources there are of each class of types, those that are only referred to left out. */
  #countClasses(): Uint32Array {
    const { typeKey, itemCount } = this.#nodes.index;
    const { notCurrent } = this.#columns;
    const { classOfKey, classCount } = this.#table;
    const counts = new Uint32Array(classCount);
    for (let item = 0; item < itemCount; item++) {
      if (notCurrent[item] === 1) continue;
      const its = classOfKey[typeKey[item] ?? 0] ?? 0;
      counts[its] = (counts[its] ?? 0) + 1;
    }
    return counts;
  }

  /** What an id tells of the resource on which it rides. */
  async readIds(): Promise<void> {
    const { index, keys, resolver } = this.#nodes;
    const { strings, typeKey, scope, id, itemCount } = index;
    for (const { inner, outer, outerIds } of containmentRules) {
      const [innerKey, outerKey] = [keys.find(inner), keys.find(outer)];
      if (!outerIds || innerKey === undefined || outerKey === undefined) continue;
      await this.#slicer.forRows(itemCount, (from, end) => {
        for (let item = from; item < end; item++) {
          if (typeKey[item] !== innerKey) continue;
          for (const outerId of outerIds(strings.get(id[item] ?? 0))) {
            const text = strings.find(outerId);
            const owner = text < 0 ? -1 : resolver.byId(scope[item] ?? none, outerKey, text);
            if (owner >= 0) this.places.owner[item] = owner;
          }
        }
        return undefined;
      });
    }
  }

  /** What follows from what was told. */
  settle(): Promise<void> {
    return settlePlaces(this.#nodes.index, this.places, { reaches: this.#reaches, follows: this.#follows });
  }

  /** Applies the rule at a place to what others tell of a node: those before it among the rules go before it. */
  #take(rule: number, inner: number, outer: number, own: OwnPlaces): void {
    const { vpc, subnet, owner } = this.places;
    switch (this.#table.actions[rule]) {
      case Action.docks: {
        const known = this.#ownerRank[inner] ?? 0;
        if (known < rule || own.tellsOwner(inner, rule)) return;
        if (known > rule) owner[inner] = outer;
        else if (owner[inner] !== outer) owner[inner] = several;
        this.#ownerRank[inner] = rule;
        return;
      }
      case Action.follows:
        this.#follows[inner] = outer;
        return;
      case Action.inVpc:
        if (own.tellsVpc(inner)) return;
        vpc[inner] = vpc[inner] === -1 || vpc[inner] === outer ? outer : several;
        return;
      case Action.inSubnet:
        if (own.tellsSubnet(inner)) return;
        subnet[inner] = subnet[inner] === -1 || subnet[inner] === outer ? outer : several;
        this.#reaches[inner] = outer;
        return;
      default:
        this.#reaches[inner] = outer;
    }
  }
}
