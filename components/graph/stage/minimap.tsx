import { type PointerEvent, type RefObject, useCallback, useEffect, useMemo, useRef } from 'react';
import { boundsOf, type Picture, type Rectangle } from '@/lib/graph/picture';
import { nodeStyleOf } from '@/lib/graph/style/node-style';
import type { Palette } from '@/lib/graph/style/palette';

interface MinimapProps {
  picture: Picture;
  palette: Palette;
  /** Gets the function that moves the frame round what is in sight. */
  onSight: RefObject<((sight: Rectangle) => void) | undefined>;
  /** A point of the picture was asked for. */
  onLook(point: { x: number; y: number }): void;
}

const size = { width: 190, height: 124 };

/** The whole picture, small, with a frame round what is in sight; a drag moves the canvas. The keys do the same. */
export function Minimap({ picture, palette, onSight, onLook }: MinimapProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const sight = useRef<Rectangle>(undefined);
  const bounds = useMemo(() => boundsOf([...picture.boxes, ...picture.nodes]), [picture]);
  const scale = Math.min(size.width / Math.max(1, bounds.width), size.height / Math.max(1, bounds.height));
  const offset = { x: (size.width - bounds.width * scale) / 2, y: (size.height - bounds.height * scale) / 2 };

  const paint = useCallback(() => {
    const pen = canvas.current?.getContext('2d');
    if (!pen) return;
    const place = ({ x, y, width, height }: Rectangle): [number, number, number, number] => [
      offset.x + (x - bounds.x) * scale,
      offset.y + (y - bounds.y) * scale,
      width * scale,
      height * scale,
    ];
    const sharp = window.devicePixelRatio || 1;
    pen.setTransform(sharp, 0, 0, sharp, 0, 0);
    pen.fillStyle = palette.canvas;
    pen.fillRect(0, 0, size.width, size.height);
    pen.lineWidth = 0.7;
    for (const box of picture.boxes) {
      pen.strokeStyle = box.kind === 'vpc' || box.kind === 'subnet' ? palette.categories.network : palette.edge;
      pen.strokeRect(...place(box));
    }
    for (const node of picture.nodes) {
      pen.fillStyle = palette.categories[nodeStyleOf(node.resourceType).category];
      const [x, y, width, height] = place(node);
      pen.fillRect(x, y, Math.max(1, width), Math.max(1, height));
    }
    if (!sight.current) return;
    // Where all is in sight there is nothing to be told, and the corner is free for the picture.
    pen.canvas.hidden = isWithin(bounds, sight.current);
    pen.strokeStyle = palette.selected;
    pen.lineWidth = 2;
    pen.strokeRect(...place(sight.current));
  }, [picture, palette, bounds, scale, offset.x, offset.y]);

  useEffect(() => {
    paint();
    onSight.current = (next) => {
      sight.current = next;
      paint();
    };
    return () => {
      onSight.current = undefined;
    };
  }, [paint, onSight]);

  const look = (event: PointerEvent<HTMLCanvasElement>) => {
    if (event.buttons !== 1) return;
    const { left, top } = event.currentTarget.getBoundingClientRect();
    onLook({
      x: bounds.x + (event.clientX - left - offset.x) / scale,
      y: bounds.y + (event.clientY - top - offset.y) / scale,
    });
  };
  const sharp = typeof window === 'undefined' ? 1 : window.devicePixelRatio || 1;
  return (
    <div aria-hidden="true">
      <canvas
        ref={canvas}
        className="graph-minimap"
        width={size.width * sharp}
        height={size.height * sharp}
        style={{ inlineSize: size.width, blockSize: size.height }}
        onPointerDown={look}
        onPointerMove={look}
      />
    </div>
  );
}

function isWithin(inner: Rectangle, outer: Rectangle): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}
