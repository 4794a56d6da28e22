const units = ['bytes', 'KB', 'MB', 'GB', 'TB', 'PB'];
const count = new Intl.NumberFormat('en-US');

/** `1,234,567`: digits in groups, the same on the server and in every browser. */
export function countText(value: number): string {
  return count.format(value);
}

/** `1.2 MB`, `12 bytes`: decimal units (1 KB is 1,000 bytes), one digit behind the point. */
export function bytesText(bytes: number): string {
  let unit = 0;
  let value = bytes;
  // 999.95 would be printed as 1000.0: it belongs to the next unit.
  while (value >= (unit === 0 ? 1_000 : 999.95) && unit < units.length - 1) {
    value /= 1_000;
    unit += 1;
  }
  if (unit === 0) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  return `${value.toFixed(1)} ${units[unit]}`;
}

/** `1.2 MB (1,234,567 bytes)`; below 1,000 bytes the number of bytes alone. */
export function exactBytesText(bytes: number): string {
  return bytes < 1_000 ? bytesText(bytes) : `${bytesText(bytes)} (${countText(bytes)} bytes)`;
}
