import { identityKey } from '../../../../items/identity';
import type { GraphNodes } from '../../graph-nodes';
import type { NodeColumns } from '../../node-columns';
import { nodeDegree } from '../../node-degree';
import type { NetworkPlaces } from '../place/network-places';
import type { BoxKind } from '../tree/box-table';
import { countTypes, type MapCounts, type NodeMask } from '../tree/map-counts';
import { groupOf, type MapTree } from '../tree/map-tree';
import { alikeId, boxId, boxLabel } from './box-names';
import { type Chooser, cardCount, chooseOpen, handful, isFoldable, type OpenBoxes } from './choose-open';
import { type FirstOf, MapOrder } from './map-order';
import { Needed } from './needed';

/** Of an open box, so many boxes of each kind and so many cards of what is alike are one page. */
const [boxesOfPage, cardsOfPage] = [50, 100];
/** Pages of a box where all that is in it is legible. */
const everything = Number.POSITIVE_INFINITY;
/** Types of which a box tells the count. */
const toldTypes = 12;

/** What the reader folds, unfolds and turns over, by the ids of boxes. */
export interface MapChoices {
  open: readonly string[];
  closed: readonly string[];
  /** One page more of a box, for each time that its id is there. */
  more: readonly string[];
  /** Nodes that are to be seen wherever they lie: their boxes are opened. */
  show: readonly number[];
  /** Cards and closed boxes that are legible. */
  limit: number;
}

export interface MapBox {
  id: string;
  kind: BoxKind;
  label: string;
  parent?: string;
  count: number;
  missingCount: number;
  open: boolean;
  types: { resourceType: string; count: number }[];
  index?: number;
  resourceType?: string;
  missing?: true;
  more?: number;
}

export interface MapCard {
  id: string;
  index?: number;
  label: string;
  resourceType: string;
  resourceId: string;
  accountId: string;
  region: string;
  degree: number;
  box: string;
  docksTo?: string;
  missing?: true;
}

export interface MapParts {
  nodes: GraphNodes;
  columns: NodeColumns;
  places: NetworkPlaces;
  tree: MapTree;
  counts: MapCounts;
  mask: NodeMask;
  /** The key of the tag by whose values boxes are made. */
  tag: string;
}

/** What is to be seen of a map. */
export interface ShownMap {
  /** In the order in which they are drawn, outer boxes before inner ones. */
  boxes: readonly MapBox[];
  cards: readonly MapCard[];
  /** The ids of boxes, of folds and of cards, by the numbers of boxes, groups and nodes. */
  ids: { boxes: ReadonlyMap<number, string>; folds: ReadonlyMap<number, string>; cards: ReadonlyMap<number, string> };
}

/** The boxes and cards that are to be seen. */
export async function viewMap(parts: MapParts, choices: MapChoices): Promise<ShownMap> {
  const view = new MapView(parts, choices);
  await view.build();
  return view;
}

class MapView {
  readonly boxes: MapBox[] = [];
  readonly cards: MapCard[] = [];
  readonly ids = {
    boxes: new Map<number, string>(),
    folds: new Map<number, string>(),
    cards: new Map<number, string>(),
  };
  /** The card of a node that is shown. */
  readonly #cardOf = new Map<number, MapCard>();
  readonly #order: MapOrder;
  readonly #chooser: Chooser;
  readonly #open: ReadonlySet<string>;
  readonly #closed: ReadonlySet<string>;
  readonly #pages = new Map<string, number>();
  readonly #inner = new Map<number, Promise<FirstOf>>();
  readonly #needed: Needed;

  constructor(
    private readonly parts: MapParts,
    private readonly choices: MapChoices,
  ) {
    const { nodes, columns, tree, counts } = parts;
    this.#order = new MapOrder(nodes, columns, tree);
    this.#open = new Set(choices.open);
    this.#closed = new Set(choices.closed);
    for (const id of choices.more) this.#pages.set(id, (this.#pages.get(id) ?? 1) + 1);
    const innerBoxes = async (box: number) => (await this.#firstBoxes(box)).first;
    this.#chooser = {
      tree,
      counts,
      innerBoxes,
      groupsOf: (box) => this.#order.groups(box),
      ridesOnFew: (group) => this.#ridesOnFew(group),
    };
    this.#needed = new Needed(parts, choices.show);
  }

  async build(): Promise<void> {
    const choice = await chooseOpen(this.#chooser, -1, this.choices.limit);
    const pages = choice.boxes === undefined ? everything : 1;
    const { first } = this.#needed.completed(-1, await this.#firstBoxes(-1, pages));
    for (const box of first) await this.#addBox(box, undefined, choice);
    const { owner } = this.parts.places;
    for (const [node, card] of this.#cardOf) {
      const carrier = this.#cardOf.get(owner[node] ?? -1);
      if (carrier?.box === card.box) card.docksTo = carrier.id;
    }
  }

  async #addBox(box: number, around: MapBox | undefined, choice: OpenBoxes): Promise<void> {
    const { nodes, columns, tree, counts, tag } = this.parts;
    const id = boxId(nodes, columns, tree.boxes, { box, aroundId: around?.id ?? '', tag });
    const isChosen = choice.boxes === undefined || choice.boxes.has(box);
    const open = this.#needed.opens(box) || (!this.#closed.has(id) && (isChosen || this.#open.has(id)));
    const kind = tree.boxes.kind[box] ?? 'type';
    const made: MapBox = {
      id,
      kind,
      label: boxLabel(nodes, columns, tree.boxes, box),
      ...(around && { parent: around.id }),
      count: counts.inBox[box] ?? 0,
      missingCount: counts.missingInBox[box] ?? 0,
      open,
      types: this.#types(box),
      ...(isResource(kind) ? this.#resource(tree.boxes.value[box] ?? 0) : {}),
    };
    this.boxes.push(made);
    this.ids.boxes.set(box, id);
    if (!open) return;
    const itsChoice = isChosen ? choice : await chooseOpen(this.#chooser, box, this.choices.limit);
    const pages = itsChoice.boxes === undefined ? everything : this.#pages.get(id);
    const { first, beyond } = this.#needed.completed(box, await this.#firstBoxes(box, pages));
    if (beyond > 0) made.more = beyond;
    for (const inner of first) await this.#addBox(inner, made, itsChoice);
    await this.#addGroups(box, made, itsChoice);
  }

  async #addGroups(box: number, made: MapBox, choice: OpenBoxes): Promise<void> {
    const { tree, counts, nodes } = this.parts;
    for (const group of this.#order.groups(box)) {
      const count = cardCount(tree, counts, group);
      if (count === 0) continue;
      const resourceType = nodes.typeName(tree.groupType[group] ?? 0);
      const id = alikeId(made.id, resourceType);
      const isFolded = choice.boxes !== undefined && !choice.unfolded?.has(group) && isFoldable(this.#chooser, group);
      if (!isFolded && !this.#closed.has(id)) {
        await this.#addCards(group, made.id, count);
        continue;
      }
      const wanted = this.#needed.cards(group);
      const isOpened = isFolded && this.#open.has(id) && !this.#closed.has(id);
      const open = isOpened || wanted.length > 0;
      const resources = counts.resources[group] ?? 0;
      const fold: MapBox = {
        id,
        kind: 'alike',
        label: resourceType,
        parent: made.id,
        count: resources,
        missingCount: counts.missing[group] ?? 0,
        open,
        types: resources > 0 ? [{ resourceType, count: resources }] : [],
        resourceType,
      };
      this.boxes.push(fold);
      this.ids.folds.set(group, id);
      if (!open) continue;
      // What has to be seen of a fold does not unfold the rest.
      const most = isOpened ? cardsOfPage * (this.#pages.get(id) ?? 1) : 0;
      const beyond = await this.#addCards(group, id, most);
      if (beyond > 0) fold.more = beyond;
    }
  }

  /** Adds the first cards of a group; gives how many are beyond. */
  async #addCards(group: number, box: string, most: number): Promise<number> {
    const { nodes, columns, mask } = this.parts;
    const found = await this.#order.cards(group, mask, most);
    const shown = new Set([...found.first, ...this.#needed.cards(group)]);
    for (const node of shown) {
      const identity = nodes.identity(columns, node);
      const card: MapCard = {
        id: identityKey(identity),
        ...identity,
        ...this.#resource(node),
        label: nodes.index.strings.get(nodes.labelString(columns, node)),
        degree: nodeDegree(nodes.index, columns, node),
        box,
      };
      this.#cardOf.set(node, card);
      this.ids.cards.set(node, card.id);
      this.cards.push(card);
    }
    return found.beyond - (shown.size - found.first.length);
  }

  #resource(node: number): Pick<MapBox, 'index' | 'missing'> & { resourceType: string } {
    const { nodes, columns } = this.parts;
    const { resourceType } = nodes.identity(columns, node);
    return node < nodes.index.itemCount ? { resourceType, index: node } : { resourceType, missing: true };
  }

  #types(box: number): MapBox['types'] {
    const { nodes, tree, counts } = this.parts;
    return countTypes(tree, counts, box)
      .map(({ type, count }) => ({ resourceType: nodes.typeName(type), count }))
      .sort((a, b) => b.count - a.count || (a.resourceType < b.resourceType ? -1 : 1))
      .slice(0, toldTypes);
  }

  #firstBoxes(box: number, pages = 1): Promise<FirstOf> {
    const { counts, mask, tree } = this.parts;
    // A filter leaves no empty boxes, but those that it lets in themselves: an empty subnet is a resource like any other.
    const isShown = (inner: number) =>
      mask === undefined ||
      (counts.inBox[inner] ?? 0) + (counts.missingInBox[inner] ?? 0) > 0 ||
      (isResource(tree.boxes.kind[inner]) && mask[tree.boxes.value[inner] ?? -1] === 1);
    if (pages > 1) return this.#order.boxes(box, isShown, pages * boxesOfPage);
    const known = this.#inner.get(box) ?? this.#order.boxes(box, isShown, boxesOfPage);
    this.#inner.set(box, known);
    return known;
  }

  #ridesOnFew(group: number): boolean {
    const { nodes, columns, tree, counts, places } = this.parts;
    const box = tree.groupBox[group] ?? -1;
    const carriers = new Set<number>();
    for (const node of tree.members.subarray(tree.groupStart[group], tree.groupStart[group + 1])) {
      const owner = places.owner[node] ?? -1;
      if (owner >= 0 && tree.boxOf[owner] === box) carriers.add(groupOf(tree, box, nodes.typeKey(columns, owner)));
    }
    return carriers.size > 0 && [...carriers].every((carrier) => cardCount(tree, counts, carrier) <= handful);
  }
}

/** Whether boxes of a kind stand for a resource: for its node. */
function isResource(kind: BoxKind | undefined): boolean {
  return kind === 'vpc' || kind === 'subnet';
}
