import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactNode, useState } from 'react';
import { countText } from '@/components/ui/bytes';
import { type Drawing, type DrawnEdge, type DrawnNode, sentence } from './canvas/drawing';
import type { DrawnScopes } from './canvas/drawn-scopes';

interface GraphTextProps {
  drawing: Drawing;
  nodeById: ReadonlyMap<string, DrawnNode>;
  scopes: DrawnScopes;
  chosen: string | undefined;
  /** How what is drawn and has no item is spoken of. */
  absent?: string;
  onShow(id: string): void;
}

/** The drawing in words: for those who do not see it, or would rather search a page than a picture. */
export function GraphText({
  drawing,
  nodeById,
  scopes,
  chosen,
  absent = 'not in this snapshot',
  onShow,
}: GraphTextProps) {
  return (
    <SpaceBetween size="s">
      <Pages
        title="Resources in the graph"
        rows={drawing.nodes}
        draw={(node) => (
          <li key={node.id}>
            <button type="button" aria-pressed={node.id === chosen} onClick={() => onShow(node.id)} style={plainButton}>
              {nodeWords(node, scopes, absent)}
            </button>
          </li>
        )}
      />
      <Pages
        title="Relationships in the graph"
        rows={drawing.edges}
        draw={(edge) => <li key={edge.id}>{edgeWords(edge, nodeById, scopes)}</li>}
      />
    </SpaceBetween>
  );
}

function nodeWords(node: DrawnNode, scopes: DrawnScopes, absent: string): string {
  const { label, resourceId, resourceType, index } = node;
  const name = label === resourceId ? '' : `${label} `;
  const place = [`${name}${resourceId} ${resourceType}`, ...scopes.partsOf(node)].join(' · ');
  return index === undefined ? `${place} (${absent})` : place;
}

function edgeWords(edge: DrawnEdge, nodeById: ReadonlyMap<string, DrawnNode>, scopes: DrawnScopes): string {
  const words = sentence(edge, nodeById, scopes);
  const both = edge.reverseName ? `${words} (the other way: ${edge.reverseName})` : words;
  return edge.derived ? `${both} (derived${edge.field ? ` from ${edge.field}` : ''})` : both;
}

const pageSize = 50;

function Pages<Row>({ title, rows, draw }: { title: string; rows: readonly Row[]; draw(row: Row): ReactNode }) {
  const [asked, setPage] = useState(1);
  const pages = Math.max(1, Math.ceil(rows.length / pageSize));
  const page = Math.min(asked, pages);
  return (
    <ExpandableSection headerText={`${title} (${countText(rows.length)})`} variant="footer">
      {pages > 1 && (
        <Pagination
          currentPageIndex={page}
          pagesCount={pages}
          onChange={({ detail }) => setPage(detail.currentPageIndex)}
          ariaLabels={{
            paginationLabel: title,
            nextPageLabel: 'Next page',
            previousPageLabel: 'Previous page',
            pageLabel: (number) => `Page ${number}`,
          }}
        />
      )}
      <ul aria-label={title} style={{ margin: 0, paddingInlineStart: 20, overflowWrap: 'anywhere' }}>
        {rows.slice((page - 1) * pageSize, page * pageSize).map(draw)}
      </ul>
    </ExpandableSection>
  );
}

const plainButton = {
  background: 'none',
  border: 0,
  padding: '2px 0',
  font: 'inherit',
  color: 'inherit',
  textAlign: 'start',
  textDecoration: 'underline',
  cursor: 'pointer',
} as const;
