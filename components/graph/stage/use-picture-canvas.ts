import { useEffect, useRef, useState } from 'react';
import type { Picture } from '@/lib/graph/picture';
import { type Mode, palettes } from '@/lib/graph/style/palette';
import { createCanvas, type GraphCanvas } from '../canvas/cytoscape/picture-canvas';
import type { CanvasEvents } from '../canvas/cytoscape/pointer-events';

interface CanvasState extends CanvasEvents {
  picture: Picture | undefined;
  /** With another one, everything comes into sight. */
  scene: string;
  /** What the picture begins at. */
  begin?: string;
  /** What stays where it is in the window while the picture changes. */
  anchor?: string;
  mode: Mode;
  /** All that is marked; the first is what is walked from. */
  chosen: readonly string[];
  /** Whether a panel covers a part of the canvas: what is chosen is moved out from under it. */
  isCovered?: boolean;
}

/** Keeps a canvas in the element that gets `container` as its ref in step with the state of the page. */
export function usePictureCanvas({ picture, scene, begin, anchor, mode, chosen, isCovered, ...events }: CanvasState) {
  const container = useRef<HTMLDivElement>(null);
  const [canvas, setCanvas] = useState<GraphCanvas>();
  const [failure, setFailure] = useState<unknown>();
  const [awaited, setAwaited] = useState<string>();
  /** The picture that is on the canvas: a large one gets there in several frames. */
  const [drawn, setDrawn] = useState<Picture>();
  const shownScene = useRef<string>(undefined);
  const latest = useRef({ events, mode, anchor, begin });
  useEffect(() => {
    latest.current = { events, mode, anchor, begin };
  });

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    let wanted = true;
    let made: GraphCanvas | undefined;
    createCanvas(element, palettes[latest.current.mode], {
      onChoose: (id, adding) => latest.current.events.onChoose(id, adding),
      ...(latest.current.events.onChooseWithin && {
        onChooseWithin: (ids, adding) => latest.current.events.onChooseWithin?.(ids, adding),
      }),
      onOpen: (id) => latest.current.events.onOpen(id),
      onMenu: (id, at) => latest.current.events.onMenu?.(id, at),
      onPoint: (pointed) => latest.current.events.onPoint(pointed),
      onSight: (sight) => latest.current.events.onSight(sight),
    }).then((next) => {
      made = next;
      if (wanted) setCanvas(next);
      else next.destroy();
    }, setFailure);
    return () => {
      wanted = false;
      made?.destroy();
      shownScene.current = undefined;
      setCanvas(undefined);
    };
  }, []);

  useEffect(() => canvas?.paint(palettes[mode]), [canvas, mode]);
  useEffect(() => {
    if (!canvas || !picture) return;
    const { anchor: stays, begin: from } = latest.current;
    let wanted = true;
    canvas
      .show(picture, { anchor: stays, begin: from, all: shownScene.current !== scene })
      .then(() => wanted && setDrawn(picture), setFailure);
    shownScene.current = scene;
    return () => {
      wanted = false;
    };
  }, [canvas, picture, scene]);
  const marked = JSON.stringify(chosen);
  useEffect(() => canvas?.choose(JSON.parse(marked)), [canvas, marked]);
  useEffect(() => {
    if (!canvas || !drawn || awaited === undefined) return;
    if (![...drawn.nodes, ...drawn.boxes].some(({ id }) => id === awaited)) return;
    canvas.viewport.reveal(awaited);
    setAwaited(undefined);
  }, [canvas, drawn, awaited]);

  const uncovered = useRef<string>(undefined);
  useEffect(() => {
    const wanted = isCovered && chosen.length === 1 ? chosen[0] : undefined;
    if (wanted === uncovered.current) return;
    // What is not drawn yet is uncovered with the picture that has it; after that the reader moves the canvas.
    if (wanted === undefined || (canvas && drawn && canvas.viewport.uncover(wanted))) uncovered.current = wanted;
  }, [canvas, drawn, chosen, isCovered]);

  return {
    container,
    canvas,
    failure,
    /** Brings something into sight, as soon as it is drawn. */
    reveal: setAwaited,
  };
}
