/**
 * What is drawn, with places in the canvas' own units (px at 100 %); x and y are the left upper corner. For the canvas and for files
 * alike: whoever lays something out makes a picture, whoever shows it or writes it down reads one. Strings come out of files and are
 * anybody's.
 */
export interface Picture {
  /** Outer before inner. */
  boxes: PictureBox[];
  nodes: PictureNode[];
  edges: PictureEdge[];
  /** It is of two snapshots: what tells no change is unchanged. */
  compared?: true;
}

/** A rectangle in the canvas' units. */
export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What a box stands for; `alike` is a fold of cards that are alike ("247 security groups"). */
export type BoxKind = 'account' | 'region' | 'vpc' | 'zone' | 'subnet' | 'service' | 'type' | 'tag' | 'stack' | 'alike';

/** What became of a resource between two snapshots. */
export type Change = 'added' | 'removed' | 'changed';

/** In a picture of two snapshots: what became of the resource that something is. */
interface Compared {
  change?: Change;
  /** Place in the earlier file of what was removed or changed; what was removed has no other. */
  before?: number;
}

/** In a picture that marks what does not match a filter. */
interface Matched {
  /** It does not match: it stands back. */
  dimmed?: true;
}

/** A box round resources. */
export interface PictureBox extends Rectangle, Compared, Matched {
  id: string;
  kind: BoxKind;
  label: string;
  /** The box that it stands in. */
  parent?: string;
  /** Resources within, shown or not. */
  count: number;
  /** Nothing of it is drawn. */
  folded: boolean;
  /** It is folded but for what is pinned or was asked for in it. */
  partly?: true;
  /** Referred to and not in the snapshot. */
  missing?: true;
  /** The reader pinned the resource that it is. */
  pinned?: true;
  /** Of the resource that the box is (a VPC, a subnet). */
  resourceType?: string;
  /** Place in its file of the resource that the box is. */
  index?: number;
  /** Boxes and cards in it that are beyond the page that is drawn. */
  more?: number;
  /** What is within, the most frequent types first. */
  types?: { resourceType: string; count: number }[];
  /** In a picture that marks what does not match: resources within that do. */
  matching?: number;
  /** In a picture of two snapshots: resources within that differ; absent where none does. */
  changes?: Record<Change, number>;
}

/** A resource. */
export interface PictureNode extends Rectangle, Compared, Matched {
  id: string;
  label: string;
  resourceType: string;
  resourceId: string;
  accountId: string;
  region: string;
  /** The box that it stands in. */
  parent?: string;
  /** The node on which it rides. */
  docksTo?: string;
  /** Place of its item in the file. */
  index?: number;
  /** The reader pinned it. */
  pinned?: true;
  /** Referred to and not in the snapshot. */
  missing?: true;
}

/** A relationship, or a bundle of them. */
export interface PictureEdge extends Matched {
  id: string;
  /** A node or a box. */
  source: string;
  /** A node or a box. */
  target: string;
  name: string;
  /** Read out of a configuration: AWS Config draws no such relationship. */
  derived?: true;
  /** In a picture of two snapshots: one of its ends was removed. */
  change?: 'removed';
  /** Relationships in one bundle. */
  count?: number;
  /** Path of the field that it was read from. */
  field?: string;
}

/** The smallest rectangle round all of these; of no size where there are none. */
export function boundsOf(rectangles: readonly Rectangle[]): Rectangle {
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -Infinity, -Infinity];
  for (const { x, y, width, height } of rectangles) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  if (left > right) return { x: 0, y: 0, width: 0, height: 0 };
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/**
 * The part of a picture that is in sight: nodes whose middle is within `sight`, boxes cut to it, and the edges between what is left.
 * A box is never cut through a node of it.
 */
export function pictureWithin(picture: Picture, sight: Rectangle): Picture {
  const nodes = picture.nodes.filter(({ x, y, width, height }) => {
    const [middleX, middleY] = [x + width / 2, y + height / 2];
    return (
      middleX >= sight.x && middleX <= sight.x + sight.width && middleY >= sight.y && middleY <= sight.y + sight.height
    );
  });
  const paper = boundsOf([sight, ...nodes]);
  const boxes = picture.boxes.flatMap((box) => {
    const cut = common(box, paper);
    return cut ? [{ ...box, ...cut }] : [];
  });
  const kept = new Set([...boxes, ...nodes].map(({ id }) => id));
  return {
    ...picture,
    boxes,
    nodes,
    edges: picture.edges.filter(({ source, target }) => kept.has(source) && kept.has(target)),
  };
}

/** What two rectangles have in common; undefined where that is nothing. */
function common(a: Rectangle, b: Rectangle): Rectangle | undefined {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
}
