import { useCollection } from '@cloudscape-design/collection-hooks';
import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import Table from '@cloudscape-design/components/table';
import { countText } from '@/components/ui/bytes';
import type { GraphNode } from '@/lib/api/contract/graph';
import type { DependencyEdge } from '@/lib/api/contract/impact';
import { nodeStyleOf } from '@/lib/graph/style/node-style';

interface DependencyTableProps {
  title: string;
  edges: readonly DependencyEdge[];
  nodes: readonly GraphNode[];
  /** Marks a resource in the picture. */
  onShow(id: string): void;
}

/** For each relationship: which end depends on which, why, and where that is told. */
export function DependencyTable({ title, edges, nodes, onShow }: DependencyTableProps) {
  const { items, paginationProps } = useCollection(edges, { pagination: { pageSize: 50 } });
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const end = (id: string) => <Resource node={byId.get(id)} id={id} onShow={onShow} />;
  return (
    <Table
      variant="embedded"
      contentDensity="compact"
      wrapLines
      header={
        <Header variant="h2" counter={`(${countText(edges.length)})`}>
          {title}
        </Header>
      }
      pagination={
        paginationProps.pagesCount > 1 && (
          <Pagination {...paginationProps} ariaLabels={{ paginationLabel: `Pages of ${title}` }} />
        )
      }
      items={items}
      trackBy="id"
      columnDefinitions={[
        { id: 'dependent', header: 'Resource', isRowHeader: true, minWidth: 95, cell: (edge) => end(endsOf(edge)[0]) },
        { id: 'on', header: 'Depends on', minWidth: 95, cell: (edge) => end(endsOf(edge)[1]) },
        { id: 'why', header: 'Why', minWidth: 150, cell: (edge) => <Why edge={edge} byId={byId} /> },
      ]}
      ariaLabels={{ tableLabel: title }}
      empty="None"
    />
  );
}

/** What depends, and what it depends on. Of two that depend on each other, in the order in which it is told. */
function endsOf({ source, target, dependent }: DependencyEdge): [dependent: string, on: string] {
  return dependent === 'target' ? [target, source] : [source, target];
}

function Resource({ node, id, onShow }: { node: GraphNode | undefined; id: string; onShow(id: string): void }) {
  return (
    <>
      <button type="button" className="graph-word" onClick={() => onShow(id)}>
        {node?.label ?? id}
      </button>
      <Box variant="small" display="block">
        {nodeStyleOf(node?.resourceType ?? '').title}
        {node?.index === undefined && ', not in this snapshot'}
      </Box>
    </>
  );
}

function Why({ edge, byId }: { edge: DependencyEdge; byId: ReadonlyMap<string, GraphNode> }) {
  const { reason, source, target, name, derived, field } = edge;
  const labelOf = (id: string) => byId.get(id)?.label ?? id;
  return (
    <>
      {reason}
      <Box variant="small" display="block">
        <span style={{ overflowWrap: 'anywhere' }}>
          {labelOf(source)} {name} {labelOf(target)}
          {derived && (field ? `, derived from ${field}` : ', derived')}
        </span>
      </Box>
    </>
  );
}
