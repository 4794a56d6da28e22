/** Of a long line, what is shown on either side of the place. */
const shownAround = 36;

/**
 * Where in a string something is: `name` tells the line and column, `excerpt` is the line itself with a mark below. `position` counts bytes
 * of UTF-8 from 0, as DuckDB does.
 */
export function placeInText(text: string, position: number): { name: string; excerpt: string } {
  const before = Buffer.from(text).subarray(0, position).toString('utf8');
  const lines = before.split('\n');
  const column = (lines.at(-1) ?? '').length;
  const line = text.split('\n')[lines.length - 1] ?? '';
  const from = Math.max(0, column - shownAround);
  const shown = line.slice(from, column + shownAround).replaceAll('\t', ' ');
  return {
    name: `line ${lines.length}, column ${column + 1}`,
    excerpt: `${shown}\n${' '.repeat(column - from)}^`,
  };
}
