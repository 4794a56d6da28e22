'use client';
import './stage/stage.css';
import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type CSSProperties, useMemo, useState } from 'react';
import type { GraphView } from '@/lib/api/contract/graph';
import { layeredPicture } from '@/lib/graph/layered/layered-picture';
import { palettes } from '@/lib/graph/style/palette';
import { useMode } from './canvas/use-mode';
import { Legend } from './stage/legend';
import { usePictureCanvas } from './stage/use-picture-canvas';
import { Words } from './stage/words';

interface MiniGraphProps {
  view: GraphView;
  /** The resource that it is about: never folded. */
  focus: string;
  /** In words, for those who do not see the drawing. */
  label: string;
  /** How what is drawn and has no item is spoken of, as in `not recorded`. */
  absent: string;
  /** A resource was opened: by a double click, or by its name below the drawing. */
  onOpen(node: GraphView['nodes'][number]): void;
}

/** A small graph that only leads on: no filters, no growing. What is alike is folded until it is opened. */
export function MiniGraph({ view, focus, label, absent, onOpen }: MiniGraphProps) {
  const mode = useMode();
  const palette = palettes[mode];
  const [chosen, setChosen] = useState<string>();
  const [unfolded, setUnfolded] = useState<string[]>([]);
  const picture = useMemo(() => layeredPicture(view, { focus: [focus], open: unfolded }), [view, focus, unfolded]);
  const open = (id: string) => {
    const node = view.nodes.find((each) => each.id === id);
    if (node) onOpen(node);
    else setUnfolded([...unfolded, id]);
  };
  const marked = chosen === undefined ? [] : [chosen];
  const { container, failure } = usePictureCanvas({
    picture,
    scene: JSON.stringify([view.nodes.map(({ id }) => id), unfolded]),
    mode,
    chosen: marked,
    onChoose: setChosen,
    onOpen: open,
    onPoint: () => undefined,
    onSight: () => undefined,
  });
  const node = picture.nodes.find(({ id }) => id === chosen);
  const colours = { '--graph-canvas': palette.canvas, '--graph-line': palette.edge, '--graph-text': palette.text };
  return (
    <SpaceBetween size="s">
      {failure !== undefined && <Box color="text-status-error">The graph could not be drawn. Reload the page.</Box>}
      <div
        ref={container}
        role="img"
        aria-label={label}
        style={{
          height: 'clamp(280px, 40vh, 460px)',
          background: palette.canvas,
          border: `1px solid ${palette.edge}`,
          borderRadius: 12,
          overflow: 'hidden',
        }}
      />
      <Box color="text-body-secondary" fontSize="body-s">
        {node
          ? `${node.label === node.resourceId ? '' : `${node.label} · `}${node.resourceId} · ${node.resourceType}${node.missing ? ` · ${absent}` : ''}`
          : 'Click a resource to see its name, double-click to open it.'}
      </Box>
      <div className="graph-plain" style={colours as CSSProperties}>
        <Legend picture={picture} mode={mode} absent={absent} />
      </div>
      <Words picture={picture} chosen={marked} absent={absent} onShow={open} />
    </SpaceBetween>
  );
}
