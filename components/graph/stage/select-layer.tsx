import type { PointerEvent, RefObject } from 'react';

/**
 * Over the canvas while one selects by box: whatever points, a finger too, is a mouse with Shift held down to the canvas, which then draws a
 * rectangle and chooses what lies in it.
 */
export function SelectLayer({ canvas }: { canvas: RefObject<HTMLElement | null> }) {
  const pass = (type: 'mousedown' | 'mousemove' | 'mouseup') => (event: PointerEvent) => {
    if (!event.isPrimary || event.button > 0) return;
    if (type === 'mousedown') event.currentTarget.setPointerCapture(event.pointerId);
    const { clientX, clientY, buttons } = event;
    const target = canvas.current?.firstElementChild ?? canvas.current;
    target?.dispatchEvent(
      new MouseEvent(type, { bubbles: true, cancelable: true, clientX, clientY, buttons, shiftKey: true }),
    );
  };
  return (
    <div
      className="graph-select-layer"
      onPointerDown={pass('mousedown')}
      onPointerMove={pass('mousemove')}
      onPointerUp={pass('mouseup')}
      onPointerCancel={pass('mouseup')}
    />
  );
}
