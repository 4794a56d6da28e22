import { identityKey } from '../../../../items/identity';
import { nodeDegree } from '../../node-degree';
import { countTypes, type MapCounts } from '../tree/map-counts';
import { resourceOf } from '../tree/map-tree';
import { alikeId, boxId, boxLabel } from './box-names';
import { cardCount, type OpenBoxes } from './choose-open';
import { DifferenceMarks } from './difference-marks';
import { MapOrder } from './map-order';
import type { MapBox, MapCard, MapChoices, MapParts, ShownMap } from './map-parts';
import { OpenState } from './open-state';

/** Types of which a box tells the count. */
const mostTypes = 12;

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
  readonly #state: OpenState;
  readonly #marks: DifferenceMarks | undefined;
  /** What was removed since the earlier snapshot, as that had it. */
  readonly #removed: MapView | undefined;
  readonly #parts: MapParts;

  constructor(parts: MapParts, choices: MapChoices) {
    this.#parts = parts;
    const { nodes, columns, tree, difference } = parts;
    this.#order = new MapOrder(nodes, columns, tree);
    this.#state = new OpenState(parts, choices, this.#order);
    if (!difference) return;
    this.#marks = new DifferenceMarks(parts, difference);
    const removed = { ...difference.earlier, matching: parts.matchingBefore, isRemoved: true as const };
    this.#removed = new MapView(removed, { ...choices, show: choices.showRemoved, showRemoved: [] });
  }

  async build(): Promise<void> {
    const choice = await this.#state.choose(-1);
    const { first } = await this.#state.inner(-1, '', choice);
    for (const box of first) await this.#addBox(box, undefined, choice);
    await this.#addRemovedBoxes(-1, undefined, choice);
    this.#dock();
  }

  #dock(): void {
    if (this.#removed) this.#removed.#dock();
    const { nodes, columns, places } = this.#parts;
    const removed = new Map([...(this.#removed ? this.#removed.#cardOf.values() : [])].map((card) => [card.id, card]));
    for (const [node, card] of this.#cardOf) {
      const owner = places.owner[node] ?? -1;
      if (owner < 0) continue;
      const carrier =
        this.#cardOf.get(owner) ?? (removed.size > 0 ? removed.get(nodes.key(columns, owner)) : undefined);
      if (carrier?.box === card.box) card.docksTo = carrier.docksTo ?? carrier.id;
    }
  }

  async #addBox(box: number, around: MapBox | undefined, choice: OpenBoxes): Promise<void> {
    const { nodes, columns, tree, counts, tag, isRemoved } = this.#parts;
    const id = boxId(nodes, columns, tree.boxes, { box, aroundId: around?.id ?? '', tag });
    const open = this.#state.isOpen(box, id, choice);
    const node = resourceOf(tree, box);
    const made: MapBox = {
      id,
      kind: tree.boxes.kind[box] ?? 'type',
      label: boxLabel(nodes, columns, tree.boxes, box),
      ...(around && { parent: around.id }),
      count: isRemoved ? 0 : (counts.inBox[box] ?? 0),
      missingCount: counts.missingInBox[box] ?? 0,
      open,
      types: this.#types(box),
      ...this.#changes(counts.inBox[box] ?? 0, this.#marks?.ofBox(box)),
      ...this.#matches(({ inBox, missingInBox }) => [inBox[box], missingInBox[box]], node),
      ...(node >= 0 && this.#resource(node)),
    };
    this.boxes.push(made);
    this.ids.boxes.set(box, id);
    if (!open) return;
    if (this.#state.showsNeededAlone(box, id, choice)) {
      await this.#addNeeded(box, made);
      return;
    }
    const itsChoice = this.#state.isChosen(box, choice) ? choice : await this.#state.choose(box);
    const { first, beyond } = await this.#state.inner(box, id, itsChoice);
    if (beyond > 0) made.more = beyond;
    for (const inner of first) await this.#addBox(inner, made, itsChoice);
    await this.#addRemovedBoxes(box, made, itsChoice);
    await this.#addGroups(box, made, itsChoice);
    await this.#addRemovedGroups(box, made, itsChoice);
  }

  /** Of a closed box what has to be seen for all that. */
  async #addNeeded(box: number, made: MapBox): Promise<void> {
    made.partly = true;
    const alone: OpenBoxes = { boxes: new Set(), neededAlone: true };
    for (const inner of this.#state.neededIn(box)) await this.#addBox(inner, made, alone);
    for (const [group, wanted] of this.#state.neededCards(box))
      await this.#addCards(group, made.id, { most: 0, wanted });
  }

  async #addGroups(box: number, made: MapBox, choice: OpenBoxes, only?: ReadonlySet<number>): Promise<void> {
    const { tree, counts } = this.#parts;
    for (const group of this.#order.groups(box)) {
      if (cardCount(tree, counts, group) > 0 && (only?.has(group) ?? true)) await this.#addGroup(group, made, choice);
    }
  }

  async #addGroup(group: number, around: MapBox, choice: OpenBoxes): Promise<void> {
    const { tree, counts, nodes, isRemoved } = this.#parts;
    const resourceType = nodes.typeName(tree.groupType[group] ?? 0);
    const id = alikeId(around.id, resourceType);
    const fold = this.#state.fold(group, id, choice);
    if (!fold.isFolded) {
      await this.#addCards(group, around.id, fold);
      return;
    }
    const resources = counts.resources[group] ?? 0;
    const made: MapBox = {
      id,
      kind: 'alike',
      label: resourceType,
      parent: around.id,
      count: isRemoved ? 0 : resources,
      missingCount: counts.missing[group] ?? 0,
      open: fold.isOpen,
      types: resources > 0 ? [{ resourceType, count: resources }] : [],
      resourceType,
      ...this.#changes(resources, this.#marks?.ofGroup(group)),
      ...this.#matches(({ resources: its, missing }) => [its[group], missing[group]]),
    };
    this.boxes.push(made);
    this.ids.folds.set(group, id);
    if (!fold.isOpen) return;
    const beyond = await this.#addCards(group, id, fold);
    if (beyond > 0) made.more = beyond;
    if (fold.most === 0 && beyond > 0) made.partly = true;
  }

  /** Adds the first cards of a group, and those that have to be seen; gives how many are beyond. */
  async #addCards(
    group: number,
    box: string,
    { most, wanted }: { most: number; wanted: readonly number[] },
  ): Promise<number> {
    const { nodes, columns, mask } = this.#parts;
    const found = await this.#order.cards(group, mask, most);
    const shown = new Set([...found.first, ...wanted]);
    for (const node of shown) {
      const identity = nodes.identity(columns, node);
      const card: MapCard = {
        id: identityKey(identity),
        ...identity,
        ...this.#resource(node),
        ...(this.#isDimmed(node) && { dimmed: true }),
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

  /** The boxes in a box that the earlier snapshot had and this one has not, with what was in them: those on its pages. */
  async #addRemovedBoxes(box: number, around: MapBox | undefined, choice: OpenBoxes): Promise<void> {
    const [removed, marks] = [this.#removed, this.#marks];
    const ghosts = new Set(this.#parts.difference?.ghosts.get(box));
    if (!removed || !marks || ghosts.size === 0) return;
    const most = this.#state.boxesOnPages(around?.id ?? '', choice);
    const page = await removed.#order.boxes(marks.twinOf(box), (inner) => ghosts.has(inner), most);
    const needed = removed.#state.neededIn(marks.twinOf(box));
    const missed = needed.filter((inner) => ghosts.has(inner) && !page.first.includes(inner));
    const [first, beyond] = [[...page.first, ...missed], page.beyond - missed.length];
    // Where not all that differs is legible, they share what room there is.
    const sharers = choice.boxes ? first.length : 1;
    for (const ghost of first) await removed.#addBox(ghost, around, await removed.#state.choose(ghost, sharers));
    if (around && beyond > 0) around.more = (around.more ?? 0) + beyond;
    this.#takeRemoved();
  }

  /** What was removed from a box that is still there: cards, or in the folds that are there for their type. */
  async #addRemovedGroups(box: number, around: MapBox, choice: OpenBoxes): Promise<void> {
    const [removed, marks] = [this.#removed, this.#marks];
    if (!removed || !marks) return;
    const { loose, folded } = marks.removedFrom(box, this.ids.folds);
    // Where not all that differs is legible, many that are alike stay folded.
    const itsChoice = choice.boxes ? { boxes: new Set<number>() } : choice;
    await removed.#addGroups(marks.twinOf(box), around, itsChoice, loose);
    for (const [group, id] of folded) {
      const its = removed.#state.fold(group, id, itsChoice);
      const fold = this.boxes.find((one) => one.id === id);
      if (!fold || (its.isFolded && !its.isOpen && !fold.open)) continue;
      if (!fold.open) Object.assign(fold, { open: true, more: fold.count + fold.missingCount });
      await removed.#addCards(group, id, its);
    }
    this.#takeRemoved();
  }

  #takeRemoved(): void {
    this.boxes.push(...(this.#removed?.boxes.splice(0) ?? []));
    this.cards.push(...(this.#removed?.cards.splice(0) ?? []));
  }

  #changes(count: number, changes: MapBox['changes']): Pick<MapBox, 'changes'> {
    const its = this.#parts.isRemoved ? { added: 0, removed: count, changed: 0 } : changes;
    return its && its.added + its.removed + its.changed > 0 ? { changes: its } : {};
  }

  /**
   * Of a box or fold, how many match where the others are marked. It is marked itself where none in it does, nor the node that it is. `count`
   * gives the resources in it and those that are only referred to.
   */
  #matches(
    count: (counts: MapCounts) => [resources: number | undefined, missing: number | undefined],
    node = -1,
  ): Pick<MapBox, 'matching' | 'dimmed'> {
    const { matching } = this.#parts;
    if (!matching?.mask) return {};
    const [resources = 0, missing = 0] = count(matching.counts);
    const isDimmed = resources + missing === 0 && matching.mask[node] !== 1;
    return { matching: resources, ...(isDimmed && { dimmed: true }) };
  }

  #isDimmed(node: number): boolean {
    const mask = this.#parts.matching?.mask;
    return mask !== undefined && mask[node] !== 1;
  }

  #resource(node: number): Pick<MapBox, 'index' | 'missing' | 'change' | 'before'> & { resourceType: string } {
    const { nodes, columns, isRemoved } = this.#parts;
    const { resourceType } = nodes.identity(columns, node);
    const change = this.#marks?.ofNode(node);
    if (node >= nodes.index.itemCount) return { resourceType, missing: true, ...change };
    if (isRemoved) return { resourceType, change: 'removed', before: node };
    return { resourceType, index: node, ...change };
  }

  #types(box: number): MapBox['types'] {
    const { nodes, tree, counts } = this.#parts;
    return countTypes(tree, counts, box)
      .map(({ type, count }) => ({ resourceType: nodes.typeName(type), count }))
      .sort((a, b) => b.count - a.count || (a.resourceType < b.resourceType ? -1 : 1))
      .slice(0, mostTypes);
  }
}
