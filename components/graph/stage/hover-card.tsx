import type { Picture, Rectangle } from '@/lib/graph/picture';
import { boxTitle } from '@/lib/graph/style/box-title';
import { changesWords } from '@/lib/graph/style/changes';
import { nodeStyleOf } from '@/lib/graph/style/node-style';
import { ChangedFields } from '../map/difference/changed-fields';
import type { GraphPlace } from '../page/use-graph-place';
import { foldedLines, matchingText } from '../style/captions';
import { changeFacts, nameIn } from './stage-words';

/** What the pointer is over, and where that is on a canvas of this size. */
export interface Pointed {
  id: string;
  at: Rectangle;
  width: number;
  height: number;
}

const cardWidth = 320;
const noMatch = 'Does not match the filter';

/** The key facts of what the pointer is over. The panel and the list in words have the same for those who use no pointer. */
export function HoverCard({ place, picture, pointed }: { place: GraphPlace; picture: Picture; pointed: Pointed }) {
  const { id, at, width, height } = pointed;
  const thing = [...picture.nodes, ...picture.boxes].find((each) => each.id === id);
  const lines = factsOf(picture, id, place.state.view === 'map');
  if (!lines) return null;
  const [title, ...facts] = lines;
  const below = at.y + at.height / 2 < height / 2;
  const left = Math.max(8, Math.min(at.x, width - cardWidth - 8));
  const vertical = below
    ? { insetBlockStart: Math.max(8, Math.min(at.y + at.height + 8, height - 120)) }
    : { insetBlockEnd: Math.max(8, height - at.y + 8) };
  return (
    <div
      className="graph-hover"
      aria-hidden="true"
      style={{ insetInlineStart: left, maxInlineSize: cardWidth, ...vertical }}
    >
      <strong>{title}</strong>
      {facts.map((fact) => (
        <div key={fact}>{fact}</div>
      ))}
      {thing?.change === 'changed' && thing.before !== undefined && thing.index !== undefined && (
        <ChangedFields place={place} before={thing.before} after={thing.index} most={5} />
      )}
    </div>
  );
}

/** The lines of the card: a title, then facts. */
function factsOf(picture: Picture, id: string, isMap: boolean): string[] | undefined {
  const { boxes, nodes, edges } = picture;
  const nameOf = (end: string) => nameIn(picture, end);
  const node = nodes.find((each) => each.id === id);
  if (node) {
    const { label, resourceId, resourceType, accountId, region, missing, docksTo, parent, change, dimmed } = node;
    return [
      label,
      ...(label === resourceId ? [] : [resourceId]),
      nodeStyleOf(resourceType).title,
      [accountId, region].filter(Boolean).join(' · '),
      ...(docksTo === undefined ? [] : [`Attached to ${nameOf(docksTo)}`]),
      ...(parent === undefined ? [] : [`In ${nameOf(parent)}`]),
      ...(missing ? ['Referred to, but not in this snapshot'] : []),
      ...(change ? [changeFacts[change]] : []),
      ...(dimmed ? [noMatch] : []),
    ].filter((line) => line !== '');
  }
  const box = boxes.find((each) => each.id === id);
  if (box) {
    const hint = box.folded || box.partly ? ['Double-click to unfold'] : isMap ? ['Double-click to fold'] : [];
    return [
      boxTitle(box),
      ...foldedLines(box),
      ...(box.matching === undefined ? [] : [`${matchingText(box.matching)} the filter`]),
      ...(box.missing ? ['Referred to, but not in this snapshot'] : []),
      ...(box.change ? [changeFacts[box.change]] : []),
      ...(box.changes ? [changesWords(box.changes)] : []),
      ...hint,
    ];
  }
  const edge = edges.find((each) => each.id === id);
  if (!edge) return undefined;
  const { source, target, name, count, derived, field, dimmed } = edge;
  return [
    count === undefined ? name : `${count} × ${name}`,
    `${nameOf(source)} → ${nameOf(target)}`,
    ...(derived ? [field === undefined ? 'Derived from a configuration' : `Derived from ${field}`] : []),
    ...(dimmed ? [noMatch] : []),
  ];
}
