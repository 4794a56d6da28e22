import type { Picture } from './picture';

/** A picture that tells which of its resources the reader pinned. What is not pinned stays the same thing. */
export function withPins(picture: Picture, pin: readonly string[]): Picture {
  if (pin.length === 0) return picture;
  const pinned = new Set(pin);
  const mark = <Thing extends { id: string }>(thing: Thing) =>
    pinned.has(thing.id) ? { ...thing, pinned: true as const } : thing;
  return { ...picture, boxes: picture.boxes.map(mark), nodes: picture.nodes.map(mark) };
}
