'use client';
import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMemo, useState } from 'react';
import type { GraphView } from '@/lib/api/contract/graph';
import { palettes } from '@/lib/graph/style/palette';
import { drawnScopes } from './canvas/drawn-scopes';
import { useCanvas } from './canvas/use-canvas';
import { useMode } from './canvas/use-mode';
import { GraphLegend } from './graph-legend';
import { GraphText } from './graph-text';
import { defaultLayout } from './layout/layout';

interface MiniGraphProps {
  view: GraphView;
  /** In words, for those who do not see the drawing. */
  label: string;
  /** How what is drawn and has no item is spoken of, as in `not recorded`. */
  absent: string;
  /** A resource was opened: by a double click, or by its name below the drawing. */
  onOpen(node: GraphView['nodes'][number]): void;
}

/** A small graph that only leads on: no filters, no growing. */
export function MiniGraph({ view, label, absent, onOpen }: MiniGraphProps) {
  const mode = useMode();
  const [chosen, setChosen] = useState<string>();
  const nodeById = useMemo(() => new Map(view.nodes.map((node) => [node.id, node])), [view]);
  const scopes = useMemo(() => drawnScopes(view), [view]);
  const open = (id: string) => {
    const node = nodeById.get(id);
    if (node) onOpen(node);
  };
  const { container, failure } = useCanvas({
    drawing: view,
    scope: view.nodes.map(({ id }) => id).join('\n'),
    layout: defaultLayout(view.nodes.length),
    mode,
    chosen,
    onChoose: setChosen,
    onExpand: open,
  });
  const node = chosen === undefined ? undefined : nodeById.get(chosen);
  return (
    <SpaceBetween size="s">
      {failure !== undefined && <Box color="text-status-error">The graph could not be drawn. Reload the page.</Box>}
      <div
        ref={container}
        role="img"
        aria-label={label}
        style={{
          height: 'clamp(280px, 40vh, 460px)',
          background: palettes[mode].canvas,
          border: `1px solid ${palettes[mode].edge}`,
          borderRadius: 12,
          overflow: 'hidden',
        }}
      />
      <Box color="text-body-secondary" fontSize="body-s">
        {node
          ? [
              ...(node.label === node.resourceId ? [] : [node.label]),
              node.resourceId,
              node.resourceType,
              ...scopes.partsOf(node),
              ...(node.index === undefined ? [absent] : []),
            ].join(' · ')
          : 'Click a resource to see its name, double-click to open it.'}
      </Box>
      <GraphLegend nodes={view.nodes} derived={view.edges.some((edge) => edge.derived)} mode={mode} absent={absent} />
      <GraphText drawing={view} nodeById={nodeById} scopes={scopes} chosen={chosen} absent={absent} onShow={open} />
    </SpaceBetween>
  );
}
