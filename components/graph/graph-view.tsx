'use client';
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import Toggle from '@cloudscape-design/components/toggle';
import { useMemo, useState } from 'react';
import { countText } from '@/components/ui/bytes';
import { ApiFailure } from '@/lib/api/client/api-failure';
import { palettes } from '@/lib/graph/style/palette';
import { type DrawnNode, withoutDerived } from './canvas/drawing';
import { drawnScopes } from './canvas/drawn-scopes';
import { useCanvas } from './canvas/use-canvas';
import { useDrawing } from './canvas/use-drawing';
import { useMode } from './canvas/use-mode';
import { ChosenNode } from './chosen-node';
import { GraphChoices } from './graph-choices';
import { GraphLegend } from './graph-legend';
import { GraphNotice } from './graph-notice';
import { GraphText } from './graph-text';
import { GraphTools } from './graph-tools';
import { defaultLayout, type LayoutName } from './layout/layout';

interface GraphViewProps {
  bucket: string;
  /** The key of the snapshot's object. */
  objectKey: string;
  /** Types to draw; none: all. */
  types: string[];
  /** Nodes to grow from, by their ids; none: the whole snapshot. */
  focus: string[];
  /** The item that is open beside the graph. */
  selectedIndex?: number;
  /** A resource was chosen: its item's place in the file; undefined for a reference, or when nothing is chosen any more. */
  onSelectItem(index: number | undefined): void;
  onViewChange(next: { types: string[]; focus: string[] }): void;
}

/** The relationship graph of a snapshot: drawn, and in words. */
export function GraphView(props: GraphViewProps) {
  return <Graph key={`${props.bucket}/${props.objectKey}`} {...props} />;
}

function Graph({ bucket, objectKey, types, focus, selectedIndex, onSelectItem, onViewChange }: GraphViewProps) {
  const mode = useMode();
  const [layout, setLayout] = useState<LayoutName>();
  const graph = useDrawing({
    bucket,
    objectKey,
    types,
    focus,
    onFocus: (next) => onViewChange({ types, focus: next }),
  });
  const { view } = graph;
  const [derived, setDerived] = useState(true);
  const drawing = useMemo(
    () => graph.drawing && (derived ? graph.drawing : withoutDerived(graph.drawing)),
    [graph.drawing, derived],
  );
  const nodeById = useMemo(() => new Map(drawing?.nodes.map((node) => [node.id, node])), [drawing]);
  const scopes = useMemo(() => drawnScopes(drawing ?? { nodes: [], edges: [] }), [drawing]);
  const labelOf = (id: string) => {
    // Links of earlier versions name type and id alone.
    const node = nodeById.get(id) ?? drawing?.nodes.find((one) => one.id.endsWith(`/${id}`));
    if (!node) return id;
    const place = scopes.textOf(node);
    return place ? `${node.label} (${place})` : node.label;
  };
  const [chosen, choose] = useChosen(drawing?.nodes, selectedIndex, onSelectItem);
  const canvas = useCanvas({
    drawing,
    scope: graph.scope,
    layout: layout ?? defaultLayout(drawing?.nodes.length ?? 0),
    mode,
    chosen: chosen?.id,
    onChoose: choose,
    onExpand: graph.expand,
  });
  const show = (id: string) => {
    choose(id);
    canvas.canvas?.centre(id);
  };
  const reset = () => {
    graph.reset();
    setLayout(undefined);
    choose(undefined);
    onViewChange({ types: [], focus: [] });
    canvas.canvas?.fit();
  };

  const error = graph.error ?? canvas.failure;
  const drawsNothing = drawing?.nodes.length === 0;
  return (
    <SpaceBetween size="m">
      <GraphChoices
        all={view?.types ?? []}
        types={types}
        nodes={drawing?.nodes ?? []}
        scopes={scopes}
        chosen={chosen}
        layout={layout ?? defaultLayout(drawing?.nodes.length ?? 0)}
        onTypes={(next) => onViewChange({ types: next, focus })}
        onFind={show}
        onLayout={setLayout}
      />
      {error != null && <GraphError error={error} onRetry={graph.retry} />}
      <div
        style={{ display: 'flex', flexWrap: 'wrap', gap: 12, alignItems: 'center', justifyContent: 'space-between' }}
      >
        <GraphTools
          canvas={canvas.canvas}
          disabled={!drawing || drawsNothing === true}
          fileName={pictureName(objectKey)}
          onReset={reset}
        />
        {graph.drawing?.edges.some((edge) => edge.derived) && (
          <Toggle checked={derived} onChange={({ detail }) => setDerived(detail.checked)}>
            Derived relationships
          </Toggle>
        )}
        {drawing && view && (
          <GraphNotice
            drawing={drawing}
            total={view.totalNodes}
            focus={focus.map((id) => labelOf(id))}
            typesChosen={types.length > 0}
            limit={graph.limit}
            loading={graph.loading}
            onLimit={graph.setLimit}
            onWhole={() => onViewChange({ types, focus: [] })}
            onAllTypes={() => onViewChange({ types: [], focus })}
          />
        )}
      </div>
      <div style={{ position: 'relative', display: error != null && !drawing ? 'none' : undefined }}>
        <div
          ref={canvas.container}
          role="img"
          aria-label={drawing ? summary(drawing.nodes, drawing.edges.length) : 'Relationship graph, loading'}
          style={{
            height: 'clamp(400px, 60vh, 900px)',
            background: palettes[mode].canvas,
            border: `1px solid ${palettes[mode].edge}`,
            borderRadius: 12,
            overflow: 'hidden',
          }}
        />
        {(!drawing || canvas.busy) && error == null && (
          <div style={overlay}>
            <Box color="text-body-secondary">
              <Spinner /> {drawing ? `Arranging ${countText(drawing.nodes.length)} resources` : 'Loading the graph'}
            </Box>
          </div>
        )}
        {drawsNothing && !graph.loading && (
          <div style={overlay}>
            <Box color="text-body-secondary">Nothing to draw</Box>
          </div>
        )}
      </div>
      {drawing && (
        <ChosenNode
          node={chosen}
          drawing={drawing}
          scopes={scopes}
          loading={graph.loading}
          onExpand={graph.expand}
          onFocus={(id) => onViewChange({ types, focus: [id] })}
        />
      )}
      {drawing && (
        <GraphLegend nodes={drawing.nodes} derived={drawing.edges.some((edge) => edge.derived)} mode={mode} />
      )}
      {drawing && <GraphText drawing={drawing} nodeById={nodeById} scopes={scopes} chosen={chosen?.id} onShow={show} />}
    </SpaceBetween>
  );
}

const overlay = {
  position: 'absolute',
  inset: 0,
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'center',
  pointerEvents: 'none',
} as const;

/** The chosen node: what the reader clicked, as long as the page does not say that another item is open or that it was closed. */
function useChosen(
  nodes: readonly DrawnNode[] | undefined,
  selectedIndex: number | undefined,
  onSelectItem: (index: number | undefined) => void,
): [DrawnNode | undefined, (id: string | undefined) => void] {
  const [id, setId] = useState<string>();
  const [lastIndex, setLastIndex] = useState<number>();
  const [lastNodes, setLastNodes] = useState(nodes);
  if (nodes && (selectedIndex !== lastIndex || nodes !== lastNodes)) {
    const current = nodes.find((node) => node.id === id);
    if (selectedIndex !== undefined && current?.index !== selectedIndex) {
      setId(nodes.find((node) => node.index === selectedIndex)?.id);
    } else if (selectedIndex === undefined && lastIndex !== undefined && current?.index !== undefined) setId(undefined);
    setLastIndex(selectedIndex);
    setLastNodes(nodes);
  }
  const choose = (next: string | undefined) => {
    setId(next);
    onSelectItem(nodes?.find((node) => node.id === next)?.index);
  };
  return [nodes?.find((node) => node.id === id), choose];
}

function summary(nodes: readonly DrawnNode[], edges: number): string {
  const references = nodes.filter(({ index }) => index === undefined).length;
  const inWords = (count: number, one: string, several: string) => `${countText(count)} ${count === 1 ? one : several}`;
  return [
    `Relationship graph: ${inWords(nodes.length, 'resource', 'resources')}`,
    inWords(edges, 'relationship', 'relationships'),
    `${countText(references)} of the resources not in this snapshot. The same in words follows below`,
  ].join(', ');
}

function pictureName(objectKey: string): string {
  const name = objectKey.slice(objectKey.lastIndexOf('/') + 1).replace(/\.json(\.gz)?$/, '');
  return `${name || 'snapshot'}-graph`;
}

function GraphError({ error, onRetry }: { error: unknown; onRetry(): void }) {
  const message = error instanceof ApiFailure ? error.message : 'The graph could not be drawn. Reload the page.';
  return (
    <Alert type="error" header="The graph cannot be shown" action={<Button onClick={onRetry}>Try again</Button>}>
      <div role="alert">
        {message} {error instanceof ApiFailure && <Box variant="code">{error.code}</Box>}
      </div>
    </Alert>
  );
}
