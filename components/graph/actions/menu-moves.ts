interface Size {
  width: number;
  height: number;
}

/** Between a menu and the border of what it stands in. */
const air = 8;

/**
 * The left upper corner of a menu that was asked for at a point: beside it, on the side where there is room, and never out of sight.
 *
 * @param room the size of what it stands in, from whose left upper corner all is measured
 */
export function withinStage({ x, y }: { x: number; y: number }, menu: Size, room: Size): { left: number; top: number } {
  return { left: along(x, menu.width, room.width), top: along(y, menu.height, room.height) };
}

function along(point: number, size: number, room: number): number {
  const after = point + size + air <= room;
  const wanted = after ? point : point - size;
  return Math.max(air, Math.min(wanted, room - size - air));
}

/** Which of so many entries a key leads to from one (-1: none yet), round and round; undefined where the key leads to none. */
export function nextEntry(count: number, now: number, key: string): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
      return (now + 1) % count;
    case 'ArrowUp':
      return (Math.max(now, 0) + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
