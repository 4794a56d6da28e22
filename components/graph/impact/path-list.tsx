import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import { countText } from '@/components/ui/bytes';
import type { PathView } from '@/lib/api/contract/impact';
import { nodeStyleOf } from '@/lib/graph/style/node-style';

/** The paths in words, one below the other: each resource, and how it is related to the next. */
export function PathList({ view, onShow }: { view: PathView; onShow(id: string): void }) {
  const byId = new Map(view.nodes.map((node) => [node.id, node]));
  const labelOf = (id: string) => byId.get(id)?.label ?? id;
  const sentences = (from: string, to: string) =>
    view.edges
      .filter(({ source, target }) => (source === from && target === to) || (source === to && target === from))
      .map(({ id, source, target, name }) => ({ id, text: `${labelOf(source)} ${name} ${labelOf(target)}` }));
  return (
    <Box>
      <Header variant="h2" counter={`(${countText(view.paths.length)}${view.more ? '+' : ''})`}>
        Shortest paths
      </Header>
      {view.paths.map((path, at) => (
        <Box key={path.join(' ')} padding={{ top: 's' }}>
          <Box fontWeight="bold">Path {at + 1}</Box>
          <ol className="graph-words" aria-label={`Path ${at + 1}`}>
            {path.map((id, step) => (
              <li key={id}>
                <button type="button" className="graph-word" onClick={() => onShow(id)}>
                  {labelOf(id)}
                </button>{' '}
                <Box variant="small" display="inline">
                  {nodeStyleOf(byId.get(id)?.resourceType ?? '').title}
                </Box>
                {sentences(id, path[step + 1] ?? '').map((sentence) => (
                  <Box key={sentence.id} variant="small" display="block">
                    {sentence.text}
                  </Box>
                ))}
              </li>
            ))}
          </ol>
        </Box>
      ))}
    </Box>
  );
}
