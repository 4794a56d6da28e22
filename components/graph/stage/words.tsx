import { useCollection } from '@cloudscape-design/collection-hooks';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { countText } from '@/components/ui/bytes';
import type { Change, Picture, PictureBox, PictureEdge, PictureNode } from '@/lib/graph/picture';
import { boxTitle } from '@/lib/graph/style/box-title';
import { changeSigns, changesWords } from '@/lib/graph/style/changes';
import { drawnScopes, type ScopeTextOf } from '../canvas/drawn-scopes';
import { matchingText, resourcesText } from '../style/captions';

interface WordsProps {
  picture: Picture;
  chosen: readonly string[];
  /** How what is drawn and has no item is spoken of. */
  absent?: string;
  /** Whether the lists stand open at first. */
  open?: boolean;
  onShow(id: string): void;
}

/** The picture in words: for those who do not see it, or would rather search a page than a picture. */
export function Words({ picture, chosen, absent = 'not in this snapshot', open = false, onShow }: WordsProps) {
  const { boxes, nodes, edges } = picture;
  const nameOf = names(picture);
  const scopeOf = drawnScopes(picture);
  const entry = (id: string, words: string) => (
    <li key={id}>
      <button type="button" aria-pressed={chosen.includes(id)} onClick={() => onShow(id)} className="graph-word">
        {words}
      </button>
    </li>
  );
  return (
    <SpaceBetween size="s">
      {boxes.length > 0 && (
        <Pages
          title="Boxes in the graph"
          open={open}
          rows={boxes}
          draw={(box) => entry(box.id, boxWords(box, nameOf, absent))}
        />
      )}
      <Pages
        title="Resources in the graph"
        open={open}
        rows={nodes}
        draw={(node) => entry(node.id, nodeWords(node, { nameOf, scopeOf, absent }))}
      />
      <Pages
        title="Relationships in the graph"
        open={open}
        rows={edges}
        draw={(edge) => <li key={edge.id}>{edgeWords(edge, nameOf)}</li>}
      />
    </SpaceBetween>
  );
}

/** The name of anything in a picture; of a resource with account and Region where they are told. */
function names(picture: Picture): (id: string) => string {
  const { boxes, nodes } = picture;
  const scopeOf = drawnScopes(picture);
  const byId = new Map([
    ...boxes.map((box): [string, string] => [box.id, boxTitle(box)]),
    ...nodes.map((node): [string, string] => [
      node.id,
      scopeOf(node) ? `${node.resourceId} (${scopeOf(node)})` : node.resourceId,
    ]),
  ]);
  return (id) => byId.get(id) ?? id;
}

function boxWords(box: PictureBox, nameOf: (id: string) => string, absent: string): string {
  const inside = box.parent === undefined ? '' : `, in ${nameOf(box.parent)}`;
  const state = box.folded || box.partly ? ', folded' : '';
  const changes = box.changes ? `, ${changesWords(box.changes)}` : '';
  const matching = box.matching === undefined ? '' : `, ${matchingText(box.matching)}`;
  return `${boxTitle(box)}: ${resourcesText(box.count)}${matching}${changes}${state}${told(box.change)}${box.pinned ? pin : ''}${box.missing ? ` (${absent})` : ''}${inside}`;
}

interface Naming {
  nameOf(id: string): string;
  scopeOf: ScopeTextOf;
  absent: string;
}

function nodeWords(node: PictureNode, { nameOf, scopeOf, absent }: Naming): string {
  const { label, resourceId, resourceType, missing, pinned, docksTo, parent, change, dimmed } = node;
  const name = label === resourceId ? '' : `${label} `;
  const where =
    docksTo !== undefined ? `, attached to ${nameOf(docksTo)}` : parent === undefined ? '' : `, in ${nameOf(parent)}`;
  const scope = scopeOf(node) ? ` · ${scopeOf(node)}` : '';
  return `${name}${resourceId} ${resourceType}${scope}${told(change)}${pinned ? pin : ''}${missing ? ` (${absent})` : ''}${dimmed ? unmatched : ''}${where}`;
}

const unmatched = ' (does not match)';
const pin = ' (pinned)';

const told = (change: Change | undefined) => (change ? ` (${changeSigns[change].word})` : '');

/** `vol-ce676ccc Is attached to Instance i-344c463d`. */
function edgeWords(
  { source, target, name, count, derived, field, dimmed, change }: PictureEdge,
  nameOf: (id: string) => string,
): string {
  const words = `${nameOf(source)} ${name} ${nameOf(target)}`;
  const counted = count === undefined ? words : `${countText(count)} × ${words}`;
  const origin = derived ? ` (derived${field === undefined ? '' : ` from ${field}`})` : '';
  return `${counted}${origin}${told(change)}${dimmed ? unmatched : ''}`;
}

function Pages<Row>({
  title,
  rows,
  open,
  draw,
}: {
  title: string;
  rows: readonly Row[];
  open: boolean;
  draw(row: Row): ReactNode;
}) {
  const { items, paginationProps } = useCollection(rows, { pagination: { pageSize: 50 } });
  return (
    <ExpandableSection headerText={`${title} (${countText(rows.length)})`} variant="footer" defaultExpanded={open}>
      {paginationProps.pagesCount > 1 && (
        <Pagination {...paginationProps} ariaLabels={{ paginationLabel: `Pages of ${title}` }} />
      )}
      <ul aria-label={title} className="graph-words">
        {items.map(draw)}
      </ul>
    </ExpandableSection>
  );
}
