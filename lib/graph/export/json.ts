import type { Picture } from '../picture';

/** A picture as JSON, as `Picture` describes it, and `version` to tell later forms apart. */
export function pictureJson(picture: Picture): string {
  return `${JSON.stringify({ version: 1, ...picture }, null, 2)}\n`;
}
