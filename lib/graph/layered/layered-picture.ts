import type { Picture } from '../picture';
import { nodeStyleOf } from '../style/node-style';
import type { GraphPart } from '../view';
import { columns } from './columns';
import { type Fold, foldAlike } from './fold-alike';

interface LayeredOptions {
  /** Ids of nodes that are never folded: what was asked for, or pinned. */
  focus: readonly string[];
  /** Ids of folds that are open. */
  open: readonly string[];
  /** `down`: in rows, each relationship leading downwards. */
  layout?: string | undefined;
}

/** There is room for ids in cards that are fewer. */
const cardSize = { width: 200, height: 42 };
/** Between two cards in a column, and between two columns where nothing is written between them. */
const air = { row: 16, column: 60 };
/** Between two rows, for the name of a relationship. */
const nameRoom = 64;
/** What stands in one column at most, and in one row. */
const most = { rows: 14, columns: 6 };
/** A letter of a relationship's name. */
const letter = 6.4;
const longestName = 30;
/** Of more relationships than these, names come with what is chosen or pointed at only: no room is kept for them. */
export const mostNamed = 60;

/** Resources as cards in columns, each relationship leading from left to right with its name on it, or in rows and downwards; what is alike is folded. */
export function layeredPicture(
  part: Pick<GraphPart, 'nodes' | 'edges'>,
  { focus, open, layout }: LayeredOptions,
): Picture {
  const { nodes, folds, edges } = foldAlike(part, { never: focus, open });
  const named = edges.length > mostNamed ? [] : edges;
  const longest = Math.max(0, ...named.map(({ name }) => Math.min(longestName, name.length)));
  const isDown = layout === 'down';
  const { width, height } = cardSize;
  const sizes = isDown
    ? { column: height + nameRoom, besides: height + air.row, row: width + air.column, mostRows: most.columns }
    : {
        column: width + letter * longest + air.column,
        besides: width + air.row,
        row: height + air.row,
        mostRows: most.rows,
      };
  const places = columns({ nodes: [...nodes, ...folds], edges }, sizes);
  const at = (id: string) => {
    const { x, y } = places.get(id) ?? { x: 0, y: 0 };
    return { ...(isDown ? { x: y, y: x } : { x, y }), ...cardSize };
  };
  return {
    boxes: folds.map((fold) => ({ ...foldBox(fold), ...at(fold.id) })),
    nodes: nodes.map(({ degree: _, ...node }) => ({
      ...node,
      ...at(node.id),
      ...(node.index === undefined && { missing: true as const }),
    })),
    edges: edges.map(({ id, source, target, name, derived, count, field, dimmed }) => ({
      ...{ id, source, target, name },
      ...(derived && { derived }),
      ...(field !== undefined && { field }),
      ...(count !== undefined && { count }),
      ...(dimmed && { dimmed }),
    })),
  };
}

function foldBox({ id, resourceType, members }: Fold) {
  const count = members.length;
  const label = nodeStyleOf(resourceType).title;
  const matching = members.filter(({ dimmed }) => !dimmed).length;
  return {
    ...{ id, kind: 'alike' as const, label, count, folded: true, types: [{ resourceType, count }] },
    ...(matching < count && { matching }),
    ...(matching === 0 && { dimmed: true as const }),
  };
}
