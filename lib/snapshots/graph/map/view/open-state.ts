import { ResultCache } from '../../../result-cache';
import { boxesStillThere, Change } from '../difference/difference-columns';
import { groupOf, type MapTree, resourceOf } from '../tree/map-tree';
import { type Chooser, cardCount, chooseOpen, handful, isFoldable, type OpenBoxes } from './choose-open';
import type { FirstOf, MapOrder } from './map-order';
import type { MapChoices, MapParts } from './map-parts';
import { Needed } from './needed';

/** Of an open box, so many boxes of each kind and so many cards of what is alike are one page. */
const [boxesOfPage, cardsOfPage] = [50, 100];
/** Boxes on the pages of a box where all that is in it is legible. */
const everything = Number.POSITIVE_INFINITY;

/** The boxes on pages of boxes. */
type Pages = ResultCache<string, FirstOf>;

/** Bytes of pages that are kept of one map, and what a page of no boxes takes of them, about. */
const [maxPageBytes, bytesOfPage] = [2 ** 22, 200];

/** Pages of whole maps, which many requests ask for: of boxes by the hundred thousand, to find the first takes a while. */
const pagesOfTrees = new WeakMap<MapTree, Pages>();

function keptPages(tree: MapTree): Pages {
  const kept = pagesOfTrees.get(tree) ?? noPages();
  pagesOfTrees.set(tree, kept);
  return kept;
}

function noPages(): Pages {
  const bytesOf = ({ first }: FirstOf) => bytesOfPage + Float64Array.BYTES_PER_ELEMENT * first.length;
  return new ResultCache({ maxBytes: maxPageBytes, bytesOf });
}

/** How the cards of one type in one box are to be seen. */
export interface Fold {
  /** In a box of their own, by the reader or since not everything is legible. */
  isFolded: boolean;
  /** Whether that box is open. */
  isOpen: boolean;
  /** So many of them, and these in any case. */
  most: number;
  wanted: readonly number[];
}

/** Which boxes of a map are open and what is on their pages: by what is legible, and by what the reader chose. */
export class OpenState {
  readonly #parts: MapParts;
  readonly #choices: MapChoices;
  readonly #order: MapOrder;
  readonly #open: ReadonlySet<string>;
  readonly #closed: ReadonlySet<string>;
  readonly #pages = new Map<string, number>();
  readonly #needed: Needed;
  /** Chooses by all that is to be seen, or by what differs from an earlier snapshot. */
  readonly #chooser: Chooser;
  /** Tells by all that is to be seen what is folded. */
  readonly #folder: Chooser;
  readonly #inner = noPages();
  readonly #differing = new Map<number, Promise<FirstOf>>();

  constructor(parts: MapParts, choices: MapChoices, order: MapOrder) {
    this.#parts = parts;
    this.#choices = choices;
    this.#order = order;
    this.#open = new Set(choices.open);
    this.#closed = new Set(choices.closed);
    for (const id of choices.more) this.#pages.set(id, (this.#pages.get(id) ?? 1) + 1);
    const { difference } = parts;
    const around = difference ? boxesStillThere(difference, choices.showRemoved) : [];
    this.#needed = new Needed(parts, choices.show, around);
    this.#folder = {
      tree: parts.tree,
      counts: parts.counts,
      innerBoxes: async (box) => (await this.#firstBoxes(box)).first,
      groupsOf: (box) => order.groups(box),
      ridesOnFew: (group) => this.#ridesOnFew(group),
    };
    this.#chooser = difference
      ? {
          ...this.#folder,
          counts: difference.focus,
          innerBoxes: async (box) => (await this.#differingBoxes(box)).first,
        }
      : this.#folder;
  }

  /** What is open by itself in a box, of which there are so many that share the room; in all for -1. */
  choose(box: number, sharers = 1): Promise<OpenBoxes> {
    return chooseOpen(this.#chooser, box, Math.ceil(this.#choices.limit / sharers));
  }

  /** Of the boxes in a box, so many of each kind are on its pages. */
  boxesOnPages(id: string, choice: OpenBoxes): number {
    return choice.boxes === undefined ? everything : boxesOfPage * (this.#pages.get(id) ?? 1);
  }

  /** Whether a box is open by itself. */
  isChosen(box: number, choice: OpenBoxes): boolean {
    if (choice.boxes) return choice.boxes.has(box);
    return !this.#parts.difference || (this.#parts.difference.focus.inBox[box] ?? 0) > 0;
  }

  /** Whether a box is open in the end. */
  isOpen(box: number, id: string, choice: OpenBoxes): boolean {
    if (this.#needed.opens(box)) return true;
    return !this.#closed.has(id) && (this.isChosen(box, choice) || this.#open.has(id));
  }

  /**
   * Whether a box is open for what has to be seen in it, and for nothing else: the reader closed it, or a box around it. Not where two
   * snapshots are compared: what differs is to be seen too.
   */
  showsNeededAlone(box: number, id: string, choice: OpenBoxes): boolean {
    const { difference, isRemoved } = this.#parts;
    if (difference || isRemoved || !this.#needed.opens(box)) return false;
    return this.#closed.has(id) || (choice.neededAlone === true && !this.#open.has(id));
  }

  /** The nodes of a box that have to be seen, by their groups. */
  neededCards(box: number): Map<number, readonly number[]> {
    const groups = this.#order.groups(box).map((group) => [group, this.#needed.cards(group)] as const);
    return new Map(groups.filter(([, nodes]) => nodes.length > 0));
  }

  /** The boxes in an open box that are on its pages (the outermost for -1), and how many are beyond. */
  async inner(box: number, id: string, choice: OpenBoxes): Promise<FirstOf> {
    const page = await this.#firstBoxes(box, this.boxesOnPages(id, choice));
    const whole = this.#needed.completed(box, page);
    if (!this.#parts.difference) return whole;
    const missed = (await this.#differingBoxes(box)).first.filter((inner) => !whole.first.includes(inner));
    return { first: [...whole.first, ...missed], beyond: whole.beyond - missed.length };
  }

  /** The boxes in a box (the outermost for -1) that have to be seen, whatever is on its pages. */
  neededIn(box: number): number[] {
    return this.#needed.boxesIn(box);
  }

  /** How the cards of a group are to be seen; `id` is that of the box that they are folded into. */
  fold(group: number, id: string, choice: OpenBoxes): Fold {
    const isClosed = this.#closed.has(id);
    const isFoldedByItself = this.#isFolded(group, choice);
    const wanted = [...this.#needed.cards(group), ...this.#differingCards(group, choice)];
    if (!isFoldedByItself && !isClosed) return { isFolded: false, isOpen: true, most: everything, wanted };
    const isOpened = isFoldedByItself && this.#open.has(id) && !isClosed;
    // What has to be seen of a fold does not unfold the rest.
    const most = isOpened ? cardsOfPage * (this.#pages.get(id) ?? 1) : 0;
    const seen = isClosed ? this.#needed.cards(group) : wanted;
    return { isFolded: true, isOpen: isOpened || seen.length > 0, most, wanted: seen };
  }

  #isFolded(group: number, choice: OpenBoxes): boolean {
    if (!isFoldable(this.#folder, group)) return false;
    if (this.#parts.difference) return true;
    return choice.boxes !== undefined && !choice.unfolded?.has(group);
  }

  /** Of a group that is folded what differs from the earlier snapshot, as far as that is legible. */
  #differingCards(group: number, choice: OpenBoxes): readonly number[] {
    const { difference, tree } = this.#parts;
    if (!difference) return [];
    if (choice.boxes && !choice.unfolded?.has(group) && isFoldable(this.#chooser, group)) return [];
    const members = tree.members.subarray(tree.groupStart[group], tree.groupStart[group + 1]);
    return [...members.filter((node) => difference.change[node] !== Change.none)];
  }

  #firstBoxes(box: number, most = boxesOfPage): Promise<FirstOf> {
    const { tree, counts, mask } = this.#parts;
    // A filter leaves no empty boxes but those that match it themselves; without one, an empty subnet is a resource like any other.
    const isShown = (inner: number) =>
      mask === undefined ||
      (counts.inBox[inner] ?? 0) + (counts.missingInBox[inner] ?? 0) > 0 ||
      mask[resourceOf(tree, inner)] === 1;
    const pages = mask === undefined ? keptPages(tree) : this.#inner;
    return pages.getOrCompute(`${box} ${most}`, () => this.#order.boxes(box, isShown, most));
  }

  #differingBoxes(box: number): Promise<FirstOf> {
    const { tree, difference } = this.#parts;
    const isShown = (inner: number) =>
      (difference?.focus.inBox[inner] ?? 0) > 0 ||
      (difference?.change[resourceOf(tree, inner)] ?? Change.none) !== Change.none;
    const known = this.#differing.get(box) ?? this.#order.boxes(box, isShown, boxesOfPage);
    this.#differing.set(box, known);
    return known;
  }

  #ridesOnFew(group: number): boolean {
    const { nodes, columns, tree, counts, places } = this.#parts;
    const box = tree.groupBox[group] ?? -1;
    const carriers = new Set<number>();
    for (const node of tree.members.subarray(tree.groupStart[group], tree.groupStart[group + 1])) {
      const owner = places.owner[node] ?? -1;
      if (owner >= 0 && tree.boxOf[owner] === box) carriers.add(groupOf(tree, box, nodes.typeKey(columns, owner)));
    }
    return carriers.size > 0 && [...carriers].every((carrier) => cardCount(tree, counts, carrier) <= handful);
  }
}
