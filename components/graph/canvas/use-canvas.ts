import { useEffect, useRef, useState } from 'react';
import { type Mode, palettes } from '@/lib/graph/style/palette';
import type { LayoutName } from '../layout/layout';
import { createCanvas, type GraphCanvas } from './cytoscape';
import type { Drawing } from './drawing';

interface CanvasState {
  drawing: Drawing | undefined;
  /** Another scope or layout: lay everything out anew. */
  scope: string;
  layout: LayoutName;
  mode: Mode;
  chosen: string | undefined;
  onChoose(id: string | undefined): void;
  onExpand(id: string): void;
}

/** From here on the layout takes long enough to be announced. */
const slowLayout = 400;

/** Keeps a canvas in the element that gets `container` as its ref in step with the state of the screen. */
export function useCanvas({ drawing, scope, layout, mode, chosen, onChoose, onExpand }: CanvasState) {
  const container = useRef<HTMLDivElement>(null);
  const [canvas, setCanvas] = useState<GraphCanvas>();
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const laidOut = useRef('');
  const latest = useRef({ onChoose, onExpand, mode });
  useEffect(() => {
    latest.current = { onChoose, onExpand, mode };
  });

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    let wanted = true;
    let made: GraphCanvas | undefined;
    createCanvas(element, palettes[latest.current.mode], {
      onChoose: (id) => latest.current.onChoose(id),
      onExpand: (id) => latest.current.onExpand(id),
    }).then((canvas) => {
      made = canvas;
      if (wanted) setCanvas(canvas);
      else canvas.destroy();
    }, setFailure);
    return () => {
      wanted = false;
      made?.destroy();
      laidOut.current = '';
      setCanvas(undefined);
    };
  }, []);

  useEffect(() => canvas?.paint(palettes[mode]), [canvas, mode]);
  useEffect(() => {
    if (!canvas || !drawing) return;
    const asked = `${scope} ${layout}`;
    if (laidOut.current === asked) {
      canvas.change(drawing);
      return;
    }
    const draw = () => {
      laidOut.current = asked;
      canvas.draw(drawing, layout);
      setBusy(false);
    };
    if (drawing.nodes.length < slowLayout) {
      draw();
      return;
    }
    setBusy(true);
    // The announcement has to be painted before the layout takes the thread.
    const timer = setTimeout(draw, 50);
    return () => clearTimeout(timer);
  }, [canvas, drawing, scope, layout]);
  useEffect(() => canvas?.choose(chosen), [canvas, chosen]);

  return { container, canvas, busy, failure };
}
