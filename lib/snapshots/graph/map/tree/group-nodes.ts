import { serviceName } from '../../../../items/resource-type';
import { none } from '../../../index/columns';
import { TimeSlicer } from '../../../index/time-slicer';
import type { GraphNodes } from '../../graph-nodes';
import type { NodeColumns } from '../../node-columns';
import type { NetworkPlaces } from '../place/places';
import { BoxTable, ScopeBoxes } from './box-table';

/** By what the boxes of a map are made: `tag:Team` by the values of the tag `Team`. */
export type MapGrouping = 'network' | 'service' | 'type' | 'stack' | `tag:${string}`;

/** The tag by which CloudFormation marks what a stack made. */
const stackTag = 'aws:cloudformation:stack-name';

export interface GroupedNodes {
  boxes: BoxTable;
  /** The box in which each node lies; -1 for what is no node. */
  boxOf: Int32Array;
  /** The box that a node itself is, as a VPC's; -1 for all others. */
  ownBox: Int32Array;
}

/** Puts each node of an index into its box. In slices. */
export async function groupNodes(
  nodes: GraphNodes,
  columns: NodeColumns,
  places: NetworkPlaces,
  grouping: MapGrouping,
): Promise<GroupedNodes> {
  const grouper = new Grouper(nodes, columns, places, grouping);
  const { notCurrent, nodeCount } = columns;
  const { boxes, boxOf, ownBox } = grouper;
  const place = grouper.placing();
  await new TimeSlicer().forRows(nodeCount, (from, end) => {
    for (let node = from; node < end; node++) if (notCurrent[node] !== 1) boxOf[node] = place(node);
    return undefined;
  });
  return { boxes, boxOf, ownBox };
}

class Grouper {
  readonly boxes = new BoxTable();
  readonly boxOf: Int32Array;
  readonly ownBox: Int32Array;
  readonly #scopeBoxes: ScopeBoxes;
  readonly #zones = new Map<number, number>();
  readonly #serviceOfKey: Int32Array;
  readonly #nodes: GraphNodes;
  readonly #columns: NodeColumns;
  readonly #places: NetworkPlaces;
  readonly #grouping: MapGrouping;

  constructor(nodes: GraphNodes, columns: NodeColumns, places: NetworkPlaces, grouping: MapGrouping) {
    this.#nodes = nodes;
    this.#columns = columns;
    this.#places = places;
    this.#grouping = grouping;
    this.boxOf = new Int32Array(columns.nodeCount).fill(-1);
    this.ownBox = new Int32Array(columns.nodeCount).fill(-1);
    this.#scopeBoxes = new ScopeBoxes(this.boxes, (scope) => columns.scopes.at(scope).accountId);
    this.#serviceOfKey = new Int32Array(nodes.keys.count).fill(-1);
  }

  /** The function that gives the box of a node, and makes it where it is the first in it. */
  placing(): (node: number) => number {
    const { index, keys } = this.#nodes;
    const [vpcKey, subnetKey] = [keys.find('AWS::EC2::VPC'), keys.find('AWS::EC2::Subnet')];
    const typeKey = (node: number) => this.#nodes.typeKey(this.#columns, node);
    switch (this.#grouping) {
      case 'network':
        return (node) => {
          const type = typeKey(node);
          if (type === vpcKey) return this.#around(this.#vpc(node));
          if (type === subnetKey) return this.#around(this.#subnet(node));
          return this.#inNetwork(node);
        };
      case 'service':
        return (node) => this.#inService(node);
      case 'type':
        return (node) => this.#scopeBoxes.within('type', this.#scope(node), typeKey(node));
      case 'stack': {
        const tag = index.strings.find(stackTag);
        return (node) => this.#scopeBoxes.within('stack', this.#scope(node), this.#tagValue(node, tag));
      }
      default: {
        const tag = index.strings.find(this.#grouping.slice('tag:'.length));
        const boxOfValue = new Map<number, number>();
        return (node) => {
          const value = this.#tagValue(node, tag);
          const box = boxOfValue.get(value) ?? this.boxes.add('tag', -1, value);
          boxOfValue.set(value, box);
          return box;
        };
      }
    }
  }

  #inNetwork(node: number): number {
    const { owner, subnet, vpc, zone } = this.#places;
    const placed = (owner[node] ?? -1) >= 0 ? (owner[node] ?? node) : node;
    const [itsSubnet, itsVpc] = [subnet[placed] ?? -1, vpc[placed] ?? -1];
    if (itsSubnet >= 0) return this.#subnet(itsSubnet);
    if (itsVpc >= 0) return this.#zone(this.#vpc(itsVpc), zone[placed] ?? none);
    return this.#inService(placed);
  }

  #vpc(node: number): number {
    const known = this.ownBox[node] ?? -1;
    if (known >= 0) return known;
    const made = this.boxes.add('vpc', this.#scopeBoxes.region(this.#scope(node)), node);
    this.ownBox[node] = made;
    return made;
  }

  #subnet(node: number): number {
    const known = this.ownBox[node] ?? -1;
    if (known >= 0) return known;
    const itsVpc = this.#places.vpc[node] ?? -1;
    const around = itsVpc >= 0 ? this.#vpc(itsVpc) : this.#scopeBoxes.region(this.#scope(node));
    const made = this.boxes.add('subnet', this.#zone(around, this.#places.zone[node] ?? none), node);
    this.ownBox[node] = made;
    return made;
  }

  /** The box of a zone in a VPC (or in a Region, where the VPC is not told); that around it where there is no zone. */
  #zone(around: number, zone: number): number {
    if (zone === none) return around;
    const name = around * 2 ** 32 + zone;
    const known = this.#zones.get(name);
    if (known !== undefined) return known;
    const made = this.boxes.add('zone', around, zone);
    this.#zones.set(name, made);
    return made;
  }

  #inService(node: number): number {
    const key = this.#nodes.typeKey(this.#columns, node);
    let service = this.#serviceOfKey[key] ?? -1;
    if (service < 0) {
      const { resourceType } = this.#nodes.identity(this.#columns, node);
      service = this.#scopeBoxes.serviceNumber(serviceName(resourceType));
      this.#serviceOfKey[key] = service;
    }
    return this.#scopeBoxes.within('service', this.#scope(node), service);
  }

  #around(box: number): number {
    return this.boxes.parent[box] ?? -1;
  }

  #scope(node: number): number {
    const { index } = this.#nodes;
    return (node < index.itemCount ? index.scope[node] : this.#columns.referredScope[node - index.itemCount]) ?? 0;
  }

  #tagValue(node: number, tag: number): number {
    const { tagStart, tagKey, tagValue, itemCount } = this.#nodes.index;
    if (node >= itemCount) return none;
    for (let at = tagStart[node] ?? 0; at < (tagStart[node + 1] ?? 0); at++) {
      if (tagKey[at] === tag) return tagValue[at] ?? none;
    }
    return none;
  }
}
